package atelier.processors.work;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names of the tasks by which a job goes where it can be done: one for each encoder that not every node has. */
public final class EncodeTasks {
    private static final String EVERYWHERE = "encode";

    /** Encoders without which no node encodes. */
    private static final Set<String> EVERY_NODES = Set.of("libx264", "aac", "mjpeg", "webvtt");

    private EncodeTasks() {}

    /** The task of jobs that want an encoder. */
    static String of(String encoder) {
        return isEverywhere(encoder) ? EVERYWHERE : EVERYWHERE + "-" + encoder;
    }

    /** Whether no job waits for a node that has this encoder: all have. */
    public static boolean isEverywhere(String encoder) {
        return EVERY_NODES.contains(encoder);
    }

    /** What a task does, whatever it wants: {@link JobRef#ENCODE} for all of these. */
    static String kind(String task) {
        return task.startsWith(EVERYWHERE + "-") ? JobRef.ENCODE : task;
    }

    /** The tasks of a node that has these encoders. */
    static List<String> with(Set<String> encoders) {
        return Stream.concat(Stream.of(EVERYWHERE), encoders.stream().map(EncodeTasks::of))
                .distinct()
                .sorted()
                .toList();
    }
}
