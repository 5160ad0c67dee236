package atelier.processors.encode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files of a poster: the JPEG that it is known by, and the same picture as WebP, which is smaller, where FFmpeg can make it.
 *
 * @param folder where they are written
 * @param webp whether there is a WebP
 */
record PosterFiles(Path folder, boolean webp) {
    /** Of libwebp's 0 to 100: about as good as the JPEG. */
    private static final String WEBP_QUALITY = "80";

    Path jpeg() {
        return folder.resolve("poster.jpg");
    }

    /** The WebP that was made. */
    Optional<Path> made() {
        return Optional.of(webpFile()).filter(file -> file.toFile().length() > 0);
    }

    /** Whether there is a picture. */
    boolean isThere() {
        return jpeg().toFile().length() > 0;
    }

    private Path webpFile() {
        return folder.resolve("poster.webp");
    }

    /**
     * What stands behind the input.
     *
     * @param stream of it
     * @param quality of the JPEG
     * @param filters that make a picture of that look
     */
    List<String> arguments(int stream, int quality, Function<Look, String> filters) {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:" + stream));
        arguments.addAll(List.of("-map_metadata", "-1", "-filter_threads", "1", "-vf", filters.apply(Look.JPEG)));
        arguments.addAll(List.of("-frames:v", "1", "-update", "1", "-c:v", "mjpeg"));
        arguments.addAll(List.of("-q:v", Integer.toString(quality), "-threads", "1", "-f", "image2"));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(jpeg().toString());
        if (webp) {
            arguments.addAll(List.of("-map", "0:" + stream, "-map_metadata", "-1", "-vf", filters.apply(Look.WEBP)));
            arguments.addAll(List.of("-frames:v", "1", "-update", "1", "-c:v", "libwebp"));
            arguments.addAll(List.of("-quality", WEBP_QUALITY, "-threads", "1", "-f", "image2"));
            arguments.add(webpFile().toString());
        }
        return arguments;
    }
}
