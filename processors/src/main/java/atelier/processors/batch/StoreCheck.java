package atelier.processors.batch;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.StoredFile;
import atelier.processors.catalog.StoredOutput;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.encode.SheetMaker;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.store.Damage;
import atelier.processors.store.Store;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Compares what is made with what the store holds, and lets what is damaged be made again. */
public final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);

    private final OutputFiles files;
    private final StoredOutputs stored;
    private final SheetMaker sheets;
    private final Artworks artworks;
    private final Store store;
    private final TransactionOperations transactions;

    public StoreCheck(
            OutputFiles files,
            StoredOutputs stored,
            SheetMaker sheets,
            Artworks artworks,
            Store store,
            TransactionOperations transactions) {
        this.files = files;
        this.stored = stored;
        this.sheets = sheets;
        this.artworks = artworks;
        this.store = store;
        this.transactions = transactions;
    }

    /** What {@link #mend} did. */
    public enum Mended {
        /** Nothing: it is whole, or somebody is making it. */
        NOTHING,
        /** Its small pictures were: they are made again of its segments. */
        SHEET,
        /** Copies for other start times were damaged: publishing makes them again. */
        PLACEMENTS,
        /** The output is wanted again: who needs it is to be planned again, and leaves the job. */
        OUTPUT
    }

    /**
     * What is wrong with an output in the store, in all its placements; nothing where it is not made.
     *
     * @param thorough whether the content is read and compared by its hash, beside size
     * @throws StoreException if the store does not answer: that is no damage
     */
    public List<Damage> check(String fingerprint, boolean thorough) {
        return stored.made(fingerprint).stream()
                .flatMap(output -> damage(output, thorough))
                .toList();
    }

    /**
     * Those of some outputs with which anything is wrong in the store.
     *
     * @param thorough of which the content is read, too
     * @throws StoreException if the store does not answer: that is no damage
     */
    List<String> damaged(List<String> fingerprints, Predicate<String> thorough) {
        return stored.made(fingerprints).stream()
                .filter(output -> damage(output, thorough.test(output.fingerprint()))
                        .findAny()
                        .isPresent())
                .map(StoredOutput::fingerprint)
                .toList();
    }

    /**
     * Checks an output thoroughly and, where it is damaged, removes what is and records that it is to be made again. Editions
     * stay as they are: what they list comes back under the same names. Cut off anywhere, the output is found damaged again.
     */
    public Mended mend(String fingerprint) {
        List<Damage> found = check(fingerprint, true);
        if (found.isEmpty()) {
            return Mended.NOTHING;
        }
        if (found.stream().allMatch(each -> isSheet(each, fingerprint))) {
            LOG.warn(
                    "In the store {}: it is made again of its segments.",
                    found.get(0).text());
            sheets.remake(fingerprint);
            return Mended.SHEET;
        }
        Mended mended = transactions.execute(status -> mendLocked(fingerprint));
        return mended == null ? Mended.NOTHING : mended;
    }

    /** Looks again: somebody may have made it meanwhile. From here on nobody can. */
    private Mended mendLocked(String fingerprint) {
        // First, since who plans locks artworks before outputs.
        artworks.wantPublishing(fingerprint);
        boolean made = files.lock(fingerprint).filter("made"::equals).isPresent();
        Optional<StoredOutput> output = made ? stored.made(fingerprint) : Optional.empty();
        if (output.isEmpty() || files.isInHand(fingerprint)) {
            return Mended.NOTHING;
        }
        List<Damage> found = damage(output.get(), true)
                .filter(each -> !isSheet(each, fingerprint))
                .toList();
        if (found.isEmpty()) {
            return Mended.NOTHING;
        }
        found.forEach(each -> LOG.warn("In the store {}.", each.text()));
        List<Long> broken = broken(output.get(), found);
        boolean copies = broken.size() < output.get().placements().size()
                && found.stream().noneMatch(each -> isOwn(each, output.get()));
        if (copies) {
            broken.forEach(start -> files.unplace(fingerprint, start));
        } else {
            files.reopenRenditions(fingerprint);
            files.unmake(fingerprint);
        }
        found.forEach(each -> store.delete(each.key()));
        LOG.warn("Output {} is made again{}.", fingerprint, copies ? " where it is placed at " + broken : "");
        return copies ? Mended.PLACEMENTS : Mended.OUTPUT;
    }

    private static List<Long> broken(StoredOutput output, List<Damage> found) {
        return output.placements().keySet().stream()
                .filter(start -> found.stream()
                        .anyMatch(each ->
                                each.key().startsWith(MediaAddress.ofPlacement(output.fingerprint(), start) + "/")))
                .toList();
    }

    private static boolean isOwn(Damage damage, StoredOutput output) {
        return damage.key().equals(output.own().key());
    }

    private static boolean isSheet(Damage damage, String fingerprint) {
        return damage.key().equals(MediaAddress.sheet(fingerprint));
    }

    private Stream<Damage> damage(StoredOutput output, boolean thorough) {
        Stream<StoredFile> beside = Stream.concat(Stream.of(output.own()), output.beside().stream());
        return Stream.concat(beside, output.placements().values().stream().flatMap(List::stream))
                .flatMap(file -> damage(file, thorough).stream());
    }

    private Optional<Damage> damage(StoredFile file, boolean thorough) {
        OptionalLong size = store.size(file.key());
        if (size.isEmpty()) {
            return Optional.of(new Damage.Missing(file.key()));
        }
        long expected = file.bytes().orElse(size.getAsLong());
        if (size.getAsLong() != expected) {
            return Optional.of(new Damage.WrongSize(file.key(), expected, size.getAsLong()));
        }
        return file.sha256()
                .filter(sha256 -> thorough && !sha256.equals(hash(file.key())))
                .map(sha256 -> new Damage.WrongContent(file.key()));
    }

    private String hash(String key) {
        try (InputStream content = store.open(key, 0)) {
            return SegmentHash.of(content);
        } catch (IOException e) {
            throw new StoreException("The store could not read '" + key + "' to its end.", e);
        }
    }
}
