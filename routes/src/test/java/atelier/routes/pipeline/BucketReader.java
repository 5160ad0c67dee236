package atelier.routes.pipeline;

import atelier.processors.s3.S3ForTests;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Looks into a bucket as a player would that reads it without the application. */
final class BucketReader {
    private static final Pattern QUOTED = Pattern.compile("URI=\"([^\"]+)\"");

    private final S3Client client = S3ForTests.client();
    private final String bucket;

    BucketReader(String bucket) {
        this.bucket = bucket;
    }

    List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    void delete(String key) {
        client.deleteObject(request -> request.bucket(bucket).key(key));
    }

    int uploadsUnderWay() {
        return client.listMultipartUploads(request -> request.bucket(bucket))
                .uploads()
                .size();
    }

    /** What playlists name that is not there; looked at in this order, so that what is written meanwhile is no excuse. */
    List<String> dangling() {
        return keys().stream()
                .filter(key -> key.endsWith(".m3u8"))
                .flatMap(key -> named(key).filter(each -> !isThere(each)).map(each -> key + " names " + each))
                .toList();
    }

    private Stream<String> named(String playlist) {
        URI address = URI.create("http://bucket/" + playlist);
        return text(playlist)
                .lines()
                .flatMap(BucketReader::references)
                .map(each -> address.resolve(each).getPath().substring(1));
    }

    private static Stream<String> references(String line) {
        if (!line.startsWith("#")) {
            return Stream.of(line).filter(each -> !each.isBlank());
        }
        Matcher quoted = QUOTED.matcher(line);
        return quoted.find() ? Stream.of(quoted.group(1)) : Stream.empty();
    }

    private String text(String key) {
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asUtf8String();
        } catch (NoSuchKeyException e) {
            return "";
        }
    }

    private boolean isThere(String key) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }
}
