package atelier.processors.encode;

import atelier.processors.work.PostponedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** What this node's devices encode and decode. */
public final class Devices {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Semaphore free;
    private final String decode;

    /**
     * @param sessions how many encodes they have at a time
     * @param decode FFmpeg's {@code -hwaccel}; empty: sources are decoded in software
     */
    public Devices(int sessions, String decode) {
        this.free = new Semaphore(sessions);
        this.decode = decode;
    }

    /** A session, to be closed. */
    interface Session extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a session.
     *
     * @throws PostponedException if all are taken
     */
    Session take(String encoder) {
        if (!free.tryAcquire()) {
            throw new PostponedException("a session of " + encoder + " (atelier.hardware.sessions)", LOOK_AGAIN);
        }
        return free::release;
    }

    /** The options before a source whose pictures are encoded. */
    List<String> decoding(List<String> options) {
        List<String> all = new ArrayList<>(decode.isBlank() ? List.of() : List.of("-hwaccel", decode));
        all.addAll(options);
        return all;
    }

    /** Whether a call reserves addresses for its device's memory, which no limit on memory can allow for. */
    boolean maps(String encoder) {
        return HardwareCoding.isHardware(encoder) || !decode.isBlank();
    }
}
