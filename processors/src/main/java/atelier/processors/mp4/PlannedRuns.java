package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.List;

/** Groups the fragments of a piece of sound into the segments that it must have; what is before and behind them is dropped. */
public final class PlannedRuns implements SoundRuns {
    private final long lead;
    private final List<Long> ends = new ArrayList<>();
    private final long all;
    private final List<Fragment> current = new ArrayList<>();
    private long at;
    private int complete;

    /**
     * @param lead ticks before the first segment
     * @param segments ticks of each
     * @param all ticks of the whole file
     */
    public PlannedRuns(long lead, List<Long> segments, long all) {
        this.lead = lead;
        this.all = all;
        long end = lead;
        for (long ticks : segments) {
            end += ticks;
            ends.add(end);
        }
    }

    @Override
    public List<List<Fragment>> add(List<Fragment> fragments) {
        List<List<Fragment>> segments = new ArrayList<>();
        for (Fragment fragment : fragments) {
            at += fragment.durationTicks();
            if (at <= lead || complete == ends.size()) {
                continue;
            }
            current.add(fragment);
            if (at == ends.get(complete)) {
                segments.add(List.copyOf(current));
                current.clear();
                complete++;
            }
        }
        return segments;
    }

    @Override
    public List<List<Fragment>> finish() {
        if (at != all || complete < ends.size()) {
            throw Mp4Exception.mismatch(
                    "The sound lasts %d ticks and has %d segments, where %d ticks and %d segments were planned",
                    at, complete, all, ends.size());
        }
        return List.of();
    }
}
