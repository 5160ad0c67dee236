package atelier.processors.encode;

import atelier.processors.index.ChunkSpan;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.FragmentTail;
import atelier.processors.mp4.Mp4Exception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the first segments of a chunk that somebody waits for while FFmpeg still writes it. They pass the checks that the chunk will pass
 * as a whole, and are stored again with it, to the byte. For one thread.
 */
final class ChunkGrowth implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkGrowth.class);

    private final EncodeJob job;
    private final ChunkSpan span;
    private final Path encoded;
    private final long delayTicks;
    private final Scratch scratch;
    private final BeginningKeeper keeper;
    private final List<Fragment> fragments = new ArrayList<>();
    private Optional<FragmentTail> tail = Optional.empty();
    private long ticks;
    private final Supplier<OptionalInt> awaited;
    private int whole;
    private int stored;
    private boolean over;

    /**
     * @param awaited the first segment that somebody waits for at that moment
     * @param encoded what FFmpeg writes
     */
    ChunkGrowth(
            EncodeJob job,
            Supplier<OptionalInt> awaited,
            Path encoded,
            long delayTicks,
            Scratch scratch,
            BeginningKeeper keeper) {
        this.job = job;
        this.span = job.chunk().orElseThrow().span();
        this.encoded = encoded;
        this.delayTicks = delayTicks;
        this.scratch = scratch;
        this.keeper = keeper;
        // Uneven frames are told apart by the plan of the whole chunk alone.
        this.awaited = awaited;
        this.over = awaited.get().isEmpty() || span.frameTicks() == 0 || job.isHardware();
    }

    /** Stores the segments that have become whole since the last look. What is wrong with them is told when the chunk is checked. */
    void look() {
        try {
            if (!over && open()) {
                tail.get().poll().forEach(this::add);
                store();
            }
        } catch (OutputCheckException | Mp4Exception | IOException e) {
            over = true;
            LOG.debug("{} is not given out before it is whole: {}", job.text(), e.getMessage());
        }
    }

    private boolean open() throws IOException {
        if (tail.isEmpty() && Files.exists(encoded)) {
            tail = Optional.of(FragmentTail.open(encoded));
        }
        return tail.isPresent() && tail.get().init().isPresent();
    }

    /** A segment is whole where the fragment begins that the next one begins with, or a fragment ends there. */
    private void add(Fragment fragment) {
        fragments.add(fragment);
        ticks += fragment.durationTicks();
        List<Long> starts = span.segmentStarts();
        if (whole + 1 < starts.size() && ticks == starts.get(whole + 1)) {
            whole++;
        }
    }

    private void store() throws IOException {
        // Checking those before it would take the processor from what somebody waits for.
        if (whole == stored || whole <= awaited.get().orElse(whole)) {
            return;
        }
        List<Long> starts = span.segmentStarts();
        long end = starts.get(whole);
        ExpectedChunk beginning = new ExpectedChunk((int) (end / span.frameTicks()), end, starts.subList(0, whole));
        Scratch own = new Scratch(Files.createDirectory(scratch.file("first-" + whole)));
        BeginningKeeper.Beginning there =
                new BeginningKeeper.Beginning(encoded, tail.orElseThrow().init().orElseThrow(), list(end));
        keeper.keep(job, there, beginning, delayTicks, own, stored);
        LOG.debug("{}: {} of {} segments are stored.", job.text(), whole, starts.size());
        stored = whole;
    }

    /** The fragments up to there. */
    private List<Fragment> list(long end) {
        List<Fragment> list = new ArrayList<>();
        long at = 0;
        for (Fragment each : fragments) {
            if (at < end) {
                list.add(each);
            }
            at += each.durationTicks();
        }
        return list;
    }

    @Override
    public void close() {
        try {
            if (tail.isPresent()) {
                tail.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
