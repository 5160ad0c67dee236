package atelier.processors.encode;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Stores what an encoder made, and only then records it: the catalogue never names what is not there. */
public final class Recorder {
    private final Store store;
    private final Outputs outputs;
    private final Artworks artworks;
    private final TransactionOperations transactions;
    private final OutputListener listener;
    private final EncodeMeters meters;
    private final String ffmpegVersion;

    public Recorder(
            Store store,
            Outputs outputs,
            Artworks artworks,
            TransactionOperations transactions,
            OutputListener listener,
            EncodeMeters meters,
            String ffmpegVersion) {
        this.store = store;
        this.outputs = outputs;
        this.artworks = artworks;
        this.transactions = transactions;
        this.listener = listener;
        this.meters = meters;
        this.ffmpegVersion = ffmpegVersion;
    }

    /**
     * A segment that lies in a scratch folder.
     *
     * @param file under its final name
     * @param segment what the catalogue records of it
     */
    record Fresh(Path file, Segment segment) {
        static Fresh of(int number, WrittenSegment written) {
            return new Fresh(written.path(), new Segment(number, written.durationTicks(), written.bytes()));
        }
    }

    /** Stores what every segment of an output needs. */
    void init(String fingerprint, Path init, StreamInfo info) {
        store.putAll(MediaAddress.ofOutput(fingerprint), List.of(init));
        outputs.init(fingerprint, info);
    }

    /** Stores segments of an output that is not whole yet. */
    void grow(String fingerprint, long startTicks, List<Fresh> segments) {
        List<Path> files = segments.stream().map(Fresh::file).toList();
        store.putAll(MediaAddress.ofPlacement(fingerprint, startTicks), files);
        transactions.executeWithoutResult(status -> {
            segments.forEach(fresh -> outputs.addSegment(fingerprint, fresh.segment()));
            outputs.place(fingerprint, startTicks);
            artworks.wantPublishing(fingerprint);
        });
        listener.grown(fingerprint);
    }

    /** Records an output whose segments are all stored. */
    void made(EncodeJob job, Duration cpu) {
        String fingerprint = job.fingerprint();
        transactions.executeWithoutResult(status -> {
            long bytes = new ArrayList<>(outputs.segments(fingerprint))
                    .stream().mapToLong(Segment::bytes).sum();
            record(job, bytes, cpu);
            artworks.wantPublishing(fingerprint);
        });
        listener.grown(fingerprint);
    }

    /** Stores and records an output at once. */
    void whole(EncodeJob job, List<Fresh> segments, Duration cpu) {
        String fingerprint = job.fingerprint();
        long startTicks = job.startTicks();
        List<Path> files = segments.stream().map(Fresh::file).toList();
        store.putAll(MediaAddress.ofPlacement(fingerprint, startTicks), files);
        transactions.executeWithoutResult(status -> {
            segments.forEach(fresh -> outputs.addSegment(fingerprint, fresh.segment()));
            outputs.place(fingerprint, startTicks);
            long bytes = segments.stream()
                    .mapToLong(fresh -> fresh.segment().bytes())
                    .sum();
            record(job, bytes, cpu);
            artworks.wantPublishing(fingerprint);
        });
        listener.grown(fingerprint);
    }

    /** Stores and records a poster. */
    void poster(EncodeJob job, Path file, long bytes, Duration cpu) {
        String fingerprint = job.fingerprint();
        store.putAll(MediaAddress.ofOutput(fingerprint), List.of(file));
        transactions.executeWithoutResult(status -> {
            record(job, bytes, cpu);
            artworks.wantPublishing(fingerprint);
        });
        listener.grown(fingerprint);
    }

    private void record(EncodeJob job, long bytes, Duration cpu) {
        if (outputs.made(job.fingerprint(), bytes, cpu, ffmpegVersion)) {
            meters.encoded(job.name(), cpu);
        }
    }
}
