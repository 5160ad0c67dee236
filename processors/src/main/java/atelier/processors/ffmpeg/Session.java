package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All processes that a program has started and that did not leave its session, by what Linux tells under /proc (proc(5)).
 *
 * @param id of the session, which is the process id of the program that leads it
 */
record Session(long id) {
    private static final Path PROCESSES = Path.of("/proc");

    /** Field 6 of the line; the second, a name in parentheses, may itself hold blanks and parentheses. */
    private static final int SESSION_AFTER_NAME = 3;

    /**
     * Kills what is left of it.
     *
     * @return how many processes there were
     */
    int kill() {
        List<ProcessHandle> left = members();
        left.forEach(ProcessHandle::destroyForcibly);
        return left.size();
    }

    /** What has a lower id is older than the program, and is not looked at: this is asked after every call. */
    private List<ProcessHandle> members() {
        try (Stream<Path> all = Files.list(PROCESSES)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::parseLong)
                    .filter(pid -> pid >= id && isMember(pid))
                    .map(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("What runs cannot be read from " + PROCESSES, e);
        }
    }

    private boolean isMember(long pid) {
        try {
            String line = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
            boolean dead = fields[0].equals("Z");
            return !dead && fields[SESSION_AFTER_NAME].equals(Long.toString(id));
        } catch (IOException e) {
            // It has ended since it was listed.
            return false;
        }
    }
}
