package bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a failing disk does to a store.
 *
 * @param segment what was damaged
 * @param left what it holds since then
 */
record Damage(Path segment, byte[] left) {

    private static final Pattern SEGMENT = Pattern.compile("chunks/\\S+\\.m4s");

    /** Overwrites a piece in the middle of the film's largest segment of which there is no copy at another time; its length stays. */
    static Damage toOneSegment(Path store, String slug) throws IOException {
        Path segment = segments(store, slug).stream()
                .filter(Damage::isOnlyOne)
                .max(Comparator.comparingLong(each -> each.toFile().length()))
                .orElseThrow(() -> new BenchException("There is no segment of " + slug + " in " + store + "."));
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[64]);
        }
        return new Damage(segment, Files.readAllBytes(segment));
    }

    /** Those that HD's newest playlist names. */
    private static List<Path> segments(Path store, String slug) throws IOException {
        try (Stream<Path> editions = Files.list(store.resolve("media").resolve(slug).resolve("editions"))) {
            Path newest = editions.max(Comparator.comparingInt(
                            each -> Integer.parseInt(each.getFileName().toString())))
                    .orElseThrow();
            return SEGMENT.matcher(Files.readString(newest.resolve("HD.m3u8")))
                    .results()
                    .map(found -> store.resolve(found.group()))
                    .toList();
        }
    }

    /** Folders of start times lie side by side in their chunk's folder. */
    private static boolean isOnlyOne(Path segment) {
        try (Stream<Path> beside = Files.list(segment.getParent().getParent())) {
            return beside.filter(Files::isDirectory).count() == 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something else lies there by now. */
    boolean isRepaired() throws IOException {
        return Files.exists(segment) && !Arrays.equals(Files.readAllBytes(segment), left);
    }
}
