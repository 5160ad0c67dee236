package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Outputs;
import atelier.processors.hls.Sheet;
import atelier.processors.hls.Storyboard;
import atelier.processors.hls.Storyboard.Tile;
import atelier.processors.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the storyboards of sealed editions: the sheets were made with the chunks of the lowest rendition. */
final class Storyboards {
    private final Outputs outputs;
    private final Store store;

    Storyboards(Outputs outputs, Store store) {
        this.outputs = outputs;
        this.store = store;
    }

    /** Writes that of an edition. Chunks that were encoded before there were any sheets have none. */
    void write(String slug, int edition, List<RenditionProgress> renditions) {
        Optional<RenditionProgress> lowest =
                renditions.stream().filter(each -> each.kind() == Kind.VIDEO).findFirst();
        List<Tile> tiles = lowest.map(each -> tiles(slug, each)).orElse(List.of());
        if (!tiles.isEmpty()) {
            store.put(
                    MediaAddress.ofEdition(slug, edition, MediaAddress.STORYBOARD),
                    new Storyboard(tiles).text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Tile> tiles(String slug, RenditionProgress lowest) {
        Map<String, Integer> segments = new HashMap<>();
        lowest.ready().forEach(each -> segments.merge(each.fingerprint(), each.number() + 1, Math::max));
        Set<String> there = outputs.withSheets(segments.keySet());
        double timescale = lowest.info().orElseThrow().timescale();
        List<Tile> tiles = new ArrayList<>();
        long at = 0;
        for (ReadySegment each : lowest.ready()) {
            long end = at + each.durationTicks();
            if (there.contains(each.fingerprint())) {
                Sheet sheet = Sheet.of(
                        lowest.info().orElseThrow().width(),
                        lowest.info().orElseThrow().height(),
                        segments.get(each.fingerprint()));
                tiles.add(new Tile(
                        MediaAddress.rootFromEdition(slug) + MediaAddress.sheet(each.fingerprint()),
                        sheet.place(each.number()),
                        Math.round(1000 * at / timescale),
                        Math.round(1000 * end / timescale)));
            }
            at = end;
        }
        return tiles;
    }
}
