package atelier.processors.mp4;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where sound is cut into segments. FFmpeg ends a fragment with the packet that makes it long enough, and a segment ends with the
 * fragment that makes it long enough: so all but the last are equally long, and all are known before the first is encoded.
 *
 * @param sampleRate samples, and ticks, a second
 * @param segment longest segment
 */
public record SoundCuts(int sampleRate, Duration segment) {
    /** How long FFmpeg is told that a fragment lasts. */
    public static final Duration FRAGMENT = Duration.ofMillis(500);

    /** Samples in a packet of AAC (ISO/IEC 14496-3). The first packet of FFmpeg's encoder holds no sound. */
    public static final long PACKET = 1024;

    private static final long MILLIS = 1000;

    /** Groups a growing file's fragments. */
    public FragmentRuns runs() {
        return new FragmentRuns(wanted(), shortest());
    }

    /**
     * Ticks that each segment lasts.
     *
     * @param samples of the sound
     */
    public List<Long> of(long samples) {
        long all = samples + PACKET;
        long full = full();
        List<Long> segments = new ArrayList<>();
        while (all - full >= shortest()) {
            segments.add(full);
            all -= full;
        }
        segments.add(all);
        return List.copyOf(segments);
    }

    /** Ticks of every segment but the last. */
    public long full() {
        return up(wanted(), fragment());
    }

    /** Ticks of a fragment. */
    public long fragment() {
        return up(shortest(), PACKET);
    }

    /** A segment may come out longer by a fragment, and the last one by what is too short for one of its own. */
    private long wanted() {
        return segment.toMillis() * sampleRate / MILLIS - 2 * shortest();
    }

    /** What is less at the end belongs to the segment before. */
    public long shortest() {
        return FRAGMENT.toMillis() * sampleRate / MILLIS;
    }

    private static long up(long ticks, long step) {
        return (ticks + step - 1) / step * step;
    }
}
