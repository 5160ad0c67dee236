package atelier.processors.s3;

/** What tells one content of an object from another, as servers write it. */
public final class Etag {
    private Etag() {}

    /** Some servers quote it in one answer and not in another, or mark it as weak behind a proxy that packs. */
    public static String bare(String etag) {
        return (etag.startsWith("W/") ? etag.substring(2) : etag).replace("\"", "");
    }
}
