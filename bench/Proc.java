package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** CPU times as the kernel keeps them, in {@code /proc} (proc(5)). */
final class Proc {
    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    private static final long PAGE = 4096;

    private static final int PARENT = 1;
    private static final int OWN = 11;
    private static final int ENDED_CHILDREN = 13;

    private Proc() {}

    /** User and system seconds of a process itself. */
    static double own(long pid) {
        return seconds(pid, OWN);
    }

    /** User and system seconds of all its children that have ended, and of theirs. */
    static double endedChildren(long pid) {
        return seconds(pid, ENDED_CHILDREN);
    }

    /** Seconds that all cores together were busy since the machine was started. */
    static double machine() {
        List<String> fields = words(read(PROC.resolve("stat")).lines().findFirst().orElseThrow());
        double busy = 0;
        // user nice system (idle iowait) irq softirq
        for (int field : new int[] {1, 2, 3, 6, 7}) {
            busy += Long.parseLong(fields.get(field));
        }
        return busy / TICKS_PER_SECOND;
    }

    /** Bytes of memory that a process has now; 0 where it is gone. */
    static long resident(long pid) {
        try {
            return Long.parseLong(words(Files.readString(PROC.resolve(pid + "/statm"))).get(1)) * PAGE;
        } catch (IOException e) {
            return 0;
        }
    }

    /** A living child of a process, by the name of its program. */
    static OptionalLong child(long parent, String program) {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .mapToLong(Long::parseLong)
                    .filter(pid -> isChild(pid, parent, program))
                    .findFirst();
        } catch (IOException e) {
            throw new BenchException("/proc cannot be read, so nothing can be measured.", e);
        }
    }

    private static boolean isChild(long pid, long parent, String program) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            return stat.contains("(" + program + ")") && Long.parseLong(fields(stat).get(PARENT)) == parent;
        } catch (IOException e) {
            return false; // It has ended meanwhile.
        }
    }

    /** A process's call; empty where it is gone. */
    static String commandLine(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static double seconds(long pid, int field) {
        List<String> fields = fields(read(PROC.resolve(pid + "/stat")));
        return (Long.parseLong(fields.get(field)) + Long.parseLong(fields.get(field + 1))) / TICKS_PER_SECOND;
    }

    /** What follows the program's name, which may hold spaces itself. */
    private static List<String> fields(String stat) {
        return words(stat.substring(stat.lastIndexOf(')') + 1));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new BenchException(path + " cannot be read: the process is gone, or this is not Linux.", e);
        }
    }
}
