package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files a call needs. What it names outside its folder it reads; what it writes is in its folder.
 *
 * @param readable files and folders that it reads
 * @param folder its scratch folder, the only place where it writes
 */
record Reach(List<Path> readable, Path folder) {
    private static final String FILE = "file:";

    /** Every call reaches it. */
    private static final Path SYSTEM = Path.of("/usr");

    Reach {
        readable = List.copyOf(readable);
    }

    /** What a call needs by its arguments, and to run at all. */
    static Reach of(Command command, FfmpegInstallation installation) {
        Path folder = command.directory().toAbsolutePath().normalize();
        Set<Path> readable = new LinkedHashSet<>(programs(installation.executable(command.program())));
        installation.libraries().ifPresent(readable::add);
        command.arguments().stream()
                .map(word -> word.startsWith(FILE) ? word.substring(FILE.length()) : word)
                .filter(word -> word.startsWith("/"))
                .map(Path::of)
                .filter(path -> !path.normalize().startsWith(folder) && Files.exists(path))
                .forEach(readable::add);
        readable.addAll(DeviceFiles.of(command));
        return new Reach(List.copyOf(readable), folder);
    }

    /** The folder of a program, that of what it is a link to, and libraries beside them, as people install FFmpeg. */
    private static List<Path> programs(Path executable) {
        List<Path> folders = new ArrayList<>();
        for (Path each : List.of(executable, target(executable))) {
            folders.add(each.getParent());
            folders.add(each.getParent().resolveSibling("lib"));
        }
        return folders.stream()
                .filter(folder -> Files.isDirectory(folder) && !target(folder).startsWith(SYSTEM))
                .toList();
    }

    private static Path target(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It is not there: whoever starts it will say so.
            return path;
        }
    }
}
