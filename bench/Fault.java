package bench;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Something that goes wrong. */
enum Fault {
    KILL_NODE,
    KILL_FFMPEG,
    KILL_DATABASE,
    PAUSE_NODE,
    PAUSE_NODE_FOR_LONG,
    PAUSE_DATABASE;

    private static final int SIGNALS = 20;

    /**
     * Lets it happen to one of the nodes; the first of them has the database.
     *
     * @return what happened; none where there was nothing that it could happen to
     */
    Optional<String> strike(List<ChaosNode> nodes, Random random) {
        ChaosNode node = nodes.get(random.nextInt(nodes.size()));
        int luck = random.nextInt(1000);
        return switch (this) {
            case KILL_NODE -> kill(Optional.of(node.handle()), node.name());
            case KILL_FFMPEG -> kill(awaited(node, random), "ffmpeg of " + node.name());
            case KILL_DATABASE -> kill(nodes.get(0).child("mariadbd", random), "mariadbd");
            case PAUSE_NODE -> pause(Optional.of(node.handle()), 1000 + 4 * luck, node.name());
            // Longer than its claims stay its own.
            case PAUSE_NODE_FOR_LONG -> pause(Optional.of(nodes.get(1).handle()), 16_000 + luck, nodes.get(1).name());
            case PAUSE_DATABASE -> pause(nodes.get(0).child("mariadbd", random), 1000 + 4 * luck, "mariadbd");
        };
    }

    private static Optional<ProcessHandle> awaited(ChaosNode node, Random random) {
        Optional<ProcessHandle> found = node.child("ffmpeg", random);
        for (int look = 0; found.isEmpty() && look < SIGNALS; look++) {
            Waiting.until(100, 100, () -> false);
            found = node.child("ffmpeg", random);
        }
        return found;
    }

    private static Optional<String> kill(Optional<ProcessHandle> victim, String name) {
        return victim.filter(ProcessHandle::isAlive).map(each -> {
            signal("KILL", each);
            return "kill -9 of " + name;
        });
    }

    private static Optional<String> pause(Optional<ProcessHandle> victim, long millis, String name) {
        return victim.filter(ProcessHandle::isAlive).map(each -> {
            signal("STOP", each);
            Waiting.until(millis, millis, () -> false);
            signal("CONT", each);
            return "pause of " + name + " for " + millis + " ms";
        });
    }

    private static void signal(String signal, ProcessHandle victim) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid())).start().waitFor();
        } catch (java.io.IOException e) {
            throw new BenchException("kill could not be called.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }
}
