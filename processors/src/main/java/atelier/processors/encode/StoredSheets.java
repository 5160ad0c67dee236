package atelier.processors.encode;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Makes small pictures again of what is stored: the key frames of a chunk's segments are decoded, as when it was checked. */
public final class StoredSheets implements SheetMaker {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSheets.class);

    private final Store store;
    private final Outputs outputs;
    private final OutputFiles files;
    private final DecodeCheck decoder;
    private final EncodeSettings settings;
    private final TransactionOperations transactions;

    public StoredSheets(
            Store store,
            Outputs outputs,
            OutputFiles files,
            DecodeCheck decoder,
            EncodeSettings settings,
            TransactionOperations transactions) {
        this.store = store;
        this.outputs = outputs;
        this.files = files;
        this.decoder = decoder;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Those that cannot be made are missed again by the next check; their chunk is played all the same. */
    @Override
    public void remake(String fingerprint) {
        try {
            outputs.find(fingerprint).filter(Output::made).ifPresent(this::remake);
        } catch (OutputCheckException e) {
            LOG.warn("The small pictures of output {} cannot be made again: {}", fingerprint, e.getMessage());
        }
    }

    private void remake(Output output) {
        List<Segment> segments = outputs.segments(output.fingerprint());
        List<Long> durations = segments.stream().map(Segment::durationTicks).toList();
        try (Scratch scratch = Scratch.in(settings.work(), output.fingerprint())) {
            SheetOutput sheet = SheetOutput.of(0, durations, output.init().orElseThrow(), scratch.file("sheet.jpg"));
            Path joined = join(output.fingerprint(), segments, scratch.file("joined.mp4"));
            DecodeCheck.Encoded whole = new DecodeCheck.Encoded(joined, Optional.empty());
            decoder.decodes(List.of(whole), scratch.folder(), Optional.of(sheet));
            keep(output.fingerprint(), sheet.file());
        } catch (IOException e) {
            throw new UncheckedIOException("Output " + output.fingerprint() + " could not be read.", e);
        }
    }

    private Path join(String fingerprint, List<Segment> segments, Path joined) throws IOException {
        String folder = MediaAddress.ofPlacement(
                fingerprint, outputs.placements(fingerprint).get(0));
        try (OutputStream out = Files.newOutputStream(joined)) {
            append(MediaAddress.init(fingerprint), out);
            for (Segment each : segments) {
                append(folder + "/" + MediaAddress.segment(each.number()), out);
            }
        }
        return joined;
    }

    private void append(String key, OutputStream out) throws IOException {
        try (InputStream in = store.open(key, 0)) {
            in.transferTo(out);
        }
    }

    /** Where somebody took the output back meanwhile, it gets new ones with it. */
    private void keep(String fingerprint, Path sheet) {
        long bytes = sheet.toFile().length();
        transactions.executeWithoutResult(status -> {
            if (files.lock(fingerprint).filter("made"::equals).isPresent()) {
                store.putAll(MediaAddress.ofOutput(fingerprint), List.of(sheet));
                files.sheet(fingerprint, bytes);
            }
        });
    }
}
