package atelier.processors.batch;

import atelier.processors.catalog.Access;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkLists;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.GarbageQueries;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.UnusedOutputs;
import atelier.processors.store.Store;
import atelier.processors.store.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionOperations;

/** Folders of the store that the catalogue does not know: what was cut off left them. */
public final class GarbageFolders {
    private static final String OUTPUTS = "chunks";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int PAGE = 500;

    private final GarbageQueries queries;
    private final UnusedOutputs unused;
    private final Artworks artworks;
    private final ArtworkLists lists;
    private final Store store;
    private final TransactionOperations transactions;

    public GarbageFolders(
            GarbageQueries queries,
            UnusedOutputs unused,
            Artworks artworks,
            ArtworkLists lists,
            Store store,
            TransactionOperations transactions) {
        this.queries = queries;
        this.unused = unused;
        this.artworks = artworks;
        this.lists = lists;
        this.store = store;
        this.transactions = transactions;
    }

    void collect(Instant before, boolean dryRun, GarbageTally tally) {
        outputs(before, dryRun, tally);
        int offset = 0;
        List<Artwork> page = lists.page("", Access.ALL, offset, PAGE);
        while (!page.isEmpty()) {
            page.forEach(artwork -> editions(artwork, before, dryRun, tally));
            offset += page.size();
            page = lists.page("", Access.ALL, offset, PAGE);
        }
    }

    /** Which folders there are below {@code chunks}: how many are known, and those that are not. */
    private static final class Sorted {
        private final List<String> unknown = new ArrayList<>();
        private final List<String> page = new ArrayList<>();
        private int known;
    }

    private void outputs(Instant before, boolean dryRun, GarbageTally tally) {
        Sorted sorted = new Sorted();
        store.folders(OUTPUTS, name -> {
            if (FINGERPRINT.matcher(name).matches()) {
                sorted.page.add(name);
            }
            if (sorted.page.size() == PAGE) {
                sort(sorted);
            }
        });
        sort(sorted);
        if (sorted.unknown.size() > sorted.known) {
            tally.warn("The store holds " + sorted.unknown.size() + " outputs that the catalogue does not know, and "
                    + sorted.known
                    + " that it does. They are left alone: this may be the store of another catalogue. If it"
                    + " is not, remove what is older than the catalogue below chunks/ by hand.");
            return;
        }
        sorted.unknown.forEach(name -> output(name, before, dryRun, tally));
    }

    private void sort(Sorted sorted) {
        Set<String> known = sorted.page.isEmpty() ? Set.of() : unused.known(sorted.page);
        sorted.known += known.size();
        sorted.page.stream().filter(name -> !known.contains(name)).forEach(sorted.unknown::add);
        sorted.page.clear();
    }

    private void output(String fingerprint, Instant before, boolean dryRun, GarbageTally tally) {
        String folder = MediaAddress.ofOutput(fingerprint);
        old(folder, before)
                .filter(usage -> dryRun || tally.removes(folder, () -> removeOutput(fingerprint)))
                .ifPresent(usage -> tally.add(item(folder, usage)));
    }

    /** The name is held meanwhile: who wants the output waits, and then makes it. */
    boolean removeOutput(String fingerprint) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean held = unused.hold(fingerprint);
            if (held) {
                store.deleteAll(MediaAddress.ofOutput(fingerprint));
                unused.delete(fingerprint);
            }
            return held;
        }));
    }

    private void editions(Artwork artwork, Instant before, boolean dryRun, GarbageTally tally) {
        String folder = MediaAddress.ofArtwork(artwork.slug(), "editions");
        List<Integer> numbers = new ArrayList<>();
        store.folders(
                folder,
                name -> Optional.of(name)
                        .filter(NUMBER.asMatchPredicate())
                        .map(Integer::valueOf)
                        .ifPresent(numbers::add));
        if (numbers.isEmpty() || queries.isSlugBelow(artwork.slug() + "/editions")) {
            return;
        }
        Set<Integer> known = queries.editionNumbers(artwork.id());
        for (int number : numbers) {
            String edition = folder + "/" + number;
            Optional.of(edition)
                    .filter(each -> !known.contains(number))
                    .flatMap(each -> old(each, before))
                    .filter(usage -> dryRun || tally.removes(edition, () -> removeEdition(artwork, number, edition)))
                    .ifPresent(usage -> tally.add(item(edition, usage)));
        }
    }

    private boolean removeEdition(Artwork artwork, int number, String folder) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean unknown = artworks.lock(artwork.id()).isPresent()
                    && !queries.editionNumbers(artwork.id()).contains(number);
            if (unknown) {
                store.deleteAll(folder);
            }
            return unknown;
        }));
    }

    private Optional<Usage> old(String folder, Instant before) {
        return store.usage(folder).filter(usage -> usage.newest().isBefore(before));
    }

    private static GarbageItem item(String folder, Usage usage) {
        return new GarbageItem("folder", folder, usage.bytes(), "the catalogue does not know it");
    }
}
