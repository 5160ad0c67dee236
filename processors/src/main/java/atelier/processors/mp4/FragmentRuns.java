package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups the fragments of a growing file into segments, for sound: each as long as wanted, and no splinter at the end
 * (hls.js 1.7 does not notice that it has buffered a last segment of some milliseconds, and stalls there). For one
 * thread.
 */
public final class FragmentRuns implements SoundRuns {
    private final long segmentTicks;
    private final long shortestTicks;
    private final List<Fragment> waiting = new ArrayList<>();

    /**
     * @param segmentTicks a segment ends with the fragment that makes it at least so long
     * @param shortestTicks what is left at the end goes to the last segment if it is shorter
     */
    public FragmentRuns(long segmentTicks, long shortestTicks) {
        this.segmentTicks = segmentTicks;
        this.shortestTicks = shortestTicks;
    }

    /**
     * Takes fragments as they become whole and returns the segments that are complete by now. The last one is held back
     * until enough follows it.
     */
    @Override
    public List<List<Fragment>> add(List<Fragment> fragments) {
        waiting.addAll(fragments);
        List<List<Fragment>> complete = new ArrayList<>();
        int cut = cut();
        while (cut < waiting.size() && ticks(waiting.subList(cut, waiting.size())) >= shortestTicks) {
            complete.add(take(cut));
            cut = cut();
        }
        return complete;
    }

    /** The last segment, when nothing follows; none if there never was a fragment. */
    @Override
    public List<List<Fragment>> finish() {
        return waiting.isEmpty() ? List.of() : List.of(take(waiting.size()));
    }

    /** Number of waiting fragments that make a segment; all if they are too few. */
    private int cut() {
        int count = 0;
        long ticks = 0;
        while (count < waiting.size() && ticks < segmentTicks) {
            ticks += waiting.get(count++).durationTicks();
        }
        return count;
    }

    private List<Fragment> take(int count) {
        List<Fragment> head = waiting.subList(0, count);
        List<Fragment> taken = List.copyOf(head);
        head.clear();
        return taken;
    }

    private static long ticks(List<Fragment> fragments) {
        return fragments.stream().mapToLong(Fragment::durationTicks).sum();
    }
}
