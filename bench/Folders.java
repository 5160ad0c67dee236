package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removing what was made. */
final class Folders {
    private Folders() {}

    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Empties a home but for the programs that were unpacked there. */
    static void makeFresh(Path home) throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> content = Files.list(home)) {
            for (Path path : content.filter(each -> !each.endsWith("tools")).toList()) {
                remove(path);
            }
        }
    }
}
