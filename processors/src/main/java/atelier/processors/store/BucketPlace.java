package atelier.processors.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where in a bucket a store lies.
 *
 * @param bucket its name
 * @param prefix of all keys, without a slash at either end; empty: none
 */
public record BucketPlace(String bucket, String prefix) {
    private static final int LONGEST_KEY = 1024;

    public BucketPlace {
        prefix = tidy(prefix);
    }

    /** The bucket's key of an object of the store. */
    String key(String name) {
        String tidy = tidy(name);
        if (tidy.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a stored object.");
        }
        return below(tidy);
    }

    /** What the keys of all objects below a folder begin with. */
    String folder(String name) {
        return key(name) + "/";
    }

    /** What all keys begin with. */
    String root() {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    /** Whether a bucket can have an object of that name: asked for a longer one, it answers with an error. */
    boolean isPossible(String name) {
        return key(name).getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
    }

    private String below(String tidy) {
        return root() + tidy;
    }

    private static String tidy(String name) {
        String[] parts = name.split("/");
        if (Arrays.asList(parts).contains("..")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a stored object.");
        }
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    /** For people. */
    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
