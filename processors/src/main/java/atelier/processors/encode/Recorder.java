package atelier.processors.encode;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Contention;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.store.Store;
import atelier.processors.work.Claims;
import atelier.processors.work.LostClaimException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores what an encoder made, and only then records it: the catalogue never names what is not there.
 *
 * <p>Two encodes of one output have other bytes, and there may be two at a time: a node that was thought dead goes on. So
 * files are written with the output's row locked, together with their hashes; never where the output is made; never by whose
 * claim of the job went to another; and it is made only if all that is recorded then is of this encode.
 */
public final class Recorder {
    /** A store may be far; the database lets go of a transaction that it hears nothing of for a minute. */
    private static final int AT_A_TIME = 4;

    private final Store store;
    private final Outputs outputs;
    private final OutputFiles files;
    private final Artworks artworks;
    private final Claims claims;
    private final TransactionOperations transactions;
    private final OutputListener listener;
    private final EncodeMeters meters;
    private final String ffmpegVersion;

    public Recorder(
            Store store,
            Outputs outputs,
            OutputFiles files,
            Artworks artworks,
            Claims claims,
            TransactionOperations transactions,
            OutputListener listener,
            EncodeMeters meters,
            String ffmpegVersion) {
        this.store = store;
        this.outputs = outputs;
        this.files = files;
        this.artworks = artworks;
        this.claims = claims;
        this.transactions = transactions;
        this.listener = listener;
        this.meters = meters;
        this.ffmpegVersion = ffmpegVersion;
    }

    /** Stores what every segment of an output needs. */
    void init(EncodeJob job, FreshInit init) {
        write(job, () -> put(job.fingerprint(), init));
    }

    /** Stores segments of an output that is not whole yet. */
    void grow(EncodeJob job, long startTicks, List<Fresh> segments) {
        String fingerprint = job.fingerprint();
        if (write(job, () -> put(fingerprint, startTicks, segments))) {
            // Not with the row locked: who plans locks artworks first.
            artworks.wantPublishing(fingerprint);
            listener.grown(fingerprint);
        }
    }

    /**
     * Stores and records an output at once.
     *
     * @param sheet small pictures of it, where there are any
     */
    void whole(EncodeJob job, FreshInit init, List<Fresh> segments, Optional<Path> sheet, Duration cpu) {
        String fingerprint = job.fingerprint();
        write(job, () -> {
            put(fingerprint, init);
            put(fingerprint, job.startTicks(), segments);
            sheet.ifPresent(file -> put(fingerprint, file));
        });
        made(job, init, segments, cpu);
    }

    /**
     * Records an output whose segments are all stored.
     *
     * @throws OutputCheckException if another encode has written over some of them
     */
    void made(EncodeJob job, FreshInit init, List<Fresh> segments, Duration cpu) {
        long bytes =
                segments.stream().map(Fresh::segment).mapToLong(Segment::bytes).sum();
        List<String> hashes = Stream.concat(
                        Stream.of(init.sha256()), segments.stream().map(Fresh::sha256))
                .toList();
        record(job, hashes, bytes, cpu);
    }

    /**
     * Stores and records an output that is one file: a poster, subtitles.
     *
     * @param webp the same picture as WebP
     */
    void file(EncodeJob job, Path file, Optional<Path> webp, Duration cpu) {
        String fingerprint = job.fingerprint();
        String sha256 = SegmentHash.of(file);
        long bytes = file.toFile().length();
        OptionalLong webpBytes =
                webp.stream().mapToLong(each -> each.toFile().length()).findFirst();
        write(job, () -> {
            store.putAll(
                    MediaAddress.ofOutput(fingerprint),
                    Stream.concat(Stream.of(file), webp.stream()).toList());
            files.own(fingerprint, bytes, sha256);
            webpBytes.ifPresent(size -> files.webp(fingerprint, size));
        });
        record(job, List.of(sha256), bytes, cpu);
    }

    /** Its size is asked before: stored, it is gone. */
    private void put(String fingerprint, Path sheet) {
        long bytes = sheet.toFile().length();
        store.putAll(MediaAddress.ofOutput(fingerprint), List.of(sheet));
        files.sheet(fingerprint, bytes);
    }

    private void put(String fingerprint, FreshInit init) {
        store.putAll(MediaAddress.ofOutput(fingerprint), List.of(init.file()));
        files.init(fingerprint, init.info(), init.bytes(), init.sha256());
    }

    private void put(String fingerprint, long startTicks, List<Fresh> segments) {
        for (int from = 0; from < segments.size(); from += AT_A_TIME) {
            List<Fresh> some = segments.subList(from, Math.min(from + AT_A_TIME, segments.size()));
            List<Path> stored = some.stream().map(Fresh::file).toList();
            store.putAll(MediaAddress.ofPlacement(fingerprint, startTicks), stored);
            some.forEach(fresh -> files.segment(fingerprint, fresh.segment(), fresh.sha256()));
        }
        outputs.place(fingerprint, startTicks);
    }

    /** Whether it was written: not what another encode has made meanwhile, nor what nobody needs any more. */
    private boolean write(EncodeJob job, Runnable work) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean wanted = isWanted(job);
            if (wanted) {
                work.run();
            }
            return wanted;
        }));
    }

    private void record(EncodeJob job, List<String> hashes, long bytes, Duration cpu) {
        String fingerprint = job.fingerprint();
        boolean recorded = Contention.again(() -> Boolean.TRUE.equals(transactions.execute(status -> {
            artworks.wantPublishing(fingerprint);
            return isWanted(job) && make(job, hashes, bytes, cpu);
        })));
        if (recorded) {
            meters.encoded(job.name(), cpu);
            listener.grown(fingerprint);
        }
    }

    private boolean make(EncodeJob job, List<String> hashes, long bytes, Duration cpu) {
        // What an earlier encode, cut off, had more.
        files.trim(job.fingerprint(), hashes.size() - 1);
        if (!files.hashes(job.fingerprint()).equals(hashes)) {
            throw new OutputCheckException(
                    job.text()
                            + " was encoded twice at a time, and one wrote over the other. It is encoded again, if it must be.");
        }
        return outputs.made(job.fingerprint(), bytes, cpu, ffmpegVersion, job.encoder());
    }

    /** Locks the output. */
    private boolean isWanted(EncodeJob job) {
        boolean wanted = files.lock(job.fingerprint())
                .filter(state -> !state.equals("made"))
                .isPresent();
        if (wanted && !claims.holds(job.claim())) {
            throw new LostClaimException(job.text());
        }
        return wanted;
    }
}
