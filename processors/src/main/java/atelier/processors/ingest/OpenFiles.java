package atelier.processors.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells whether a process of this machine holds a file open for writing, from Linux's {@code /proc}.
 *
 * <p>An extra certainty, not a lock: processes that may not be looked into, writers on other machines and systems without
 * {@code /proc} go unseen, and the search gives up after a fixed time.
 */
final class OpenFiles {
    private static final int ACCESS_MODE = 3;

    private final Path proc;
    private final Duration most;

    OpenFiles() {
        this(Path.of("/proc"), Duration.ofMillis(200));
    }

    OpenFiles(Path proc, Duration most) {
        this.proc = proc;
        this.most = most;
    }

    boolean isBeingWritten(Path file) {
        long deadline = System.nanoTime() + most.toNanos();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            Path real = file.toRealPath();
            for (Path process : processes) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                if (isWriting(process, real)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No /proc, or the file is gone: nothing is known, and the file's own calm has to do.
        }
        return false;
    }

    private static boolean isWriting(Path process, Path file) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (leadsTo(descriptor, file) && isForWriting(process, descriptor)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's process, or one that has just ended.
        }
        return false;
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** The line {@code flags:	0100001} holds the flags of open(2) in octal; the last two bits are 0 for reading alone. */
    private static boolean isForWriting(Path process, Path descriptor) throws IOException {
        Path info = process.resolve("fdinfo").resolve(descriptor.getFileName());
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("flags:"))
                .map(line -> line.substring("flags:".length()).strip())
                .anyMatch(flags -> (Long.parseLong(flags, 8) & ACCESS_MODE) != 0);
    }
}
