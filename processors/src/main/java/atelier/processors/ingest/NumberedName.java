package atelier.processors.ingest;

import java.nio.charset.StandardCharsets;

/** A file name that can be told from others of the same name by a number: {@code sunset (2).mov}. */
record NumberedName(String stem, String extension) {
    /** File systems allow 255; this leaves room for a number, {@code .txt} and a temporary name. */
    private static final int MOST_BYTES = 200;

    static NumberedName of(String name) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= 12;
        String stem = hasExtension ? name.substring(0, dot) : name;
        while (stem.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return new NumberedName(stem, hasExtension ? name.substring(dot) : "");
    }

    String numbered(int number) {
        return number == 1 ? stem + extension : stem + " (" + number + ")" + extension;
    }
}
