package atelier.processors.bucket;

import atelier.processors.s3.Etag;
import java.time.Instant;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What tells one content under a key from another that replaces it.
 *
 * @param etag as the server gave it, quotes included
 * @param bytes its size
 * @param modified when it was put, in seconds since the epoch: servers do not agree about fractions
 */
record ObjectVersion(String etag, long bytes, long modified) {
    private static final int LONGEST_ETAG = 180;

    static ObjectVersion of(S3Object listed) {
        return of(listed.eTag(), listed.size(), listed.lastModified());
    }

    static ObjectVersion of(HeadObjectResponse head) {
        return of(head.eTag(), head.contentLength(), head.lastModified());
    }

    /** Whether a piece that was sent is of this version. */
    boolean isOf(GetObjectResponse piece) {
        return piece.eTag() == null || Etag.bare(piece.eTag()).equals(Etag.bare(etag));
    }

    /** Whether another differs by its date at most. */
    boolean hasSameContent(ObjectVersion other) {
        return Etag.bare(etag).equals(Etag.bare(other.etag)) && bytes == other.bytes;
    }

    private static ObjectVersion of(String etag, Long bytes, Instant modified) {
        return new ObjectVersion(
                etag == null ? "" : etag, bytes == null ? 0 : bytes, modified == null ? 0 : modified.getEpochSecond());
    }

    /** As the catalogue has it. */
    String text() {
        String bare = Etag.bare(etag);
        return bare.substring(0, Math.min(bare.length(), LONGEST_ETAG)) + " " + bytes + " " + modified;
    }
}
