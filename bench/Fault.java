package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    PAUSE_DATABASE,
    STORE_AWAY;

    private static final int SIGNALS = 20;

    /**
     * Lets it happen to one of the nodes, the first of which has the database, or to what they share.
     *
     * @return what happened; none where there was nothing that it could happen to
     */
    Optional<String> strike(ChaosStudio studio, Random random) {
        List<ChaosNode> nodes = studio.nodes();
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
            case STORE_AWAY -> unmount(studio.home().resolve("store"), 1000 + 4 * luck);
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

    /** As a share that is not mounted for some time: an empty folder, into which nothing may be written. */
    private static Optional<String> unmount(Path store, long millis) {
        Path elsewhere = store.resolveSibling("elsewhere");
        try {
            Files.move(store, elsewhere, StandardCopyOption.ATOMIC_MOVE);
            Files.createDirectory(store);
            Waiting.until(millis, millis, () -> false);
            // Fails if anything was written there: it would be lost below the mount.
            Files.delete(store);
            Files.move(elsewhere, store, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BenchException("The store could not be taken away and brought back: " + e, e);
        }
        return Optional.of("store away for " + millis + " ms");
    }

    private static void signal(String signal, ProcessHandle victim) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid())).start().waitFor();
        } catch (IOException e) {
            throw new BenchException("kill could not be called.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }
}
