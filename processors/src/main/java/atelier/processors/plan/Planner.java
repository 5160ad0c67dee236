package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.index.IndexedChunk;
import java.util.List;

/** Decides which outputs a chunk needs. Pure: what is there already is asked by who calls. */
public final class Planner {

    /** The outputs that the renditions of an input need for one of its chunks. */
    public List<PlannedChunk> plan(PlanInput input, IndexedChunk chunk) {
        return input.targets().stream()
                .filter(target -> needsChunk(target, chunk))
                .map(target -> planned(input, chunk, target))
                .toList();
    }

    private static boolean needsChunk(Target target, IndexedChunk chunk) {
        Kind kind = target.rendition().recipe().kind();
        return kind == Kind.VIDEO || (kind == Kind.POSTER && chunk.number() == 0);
    }

    private static PlannedChunk planned(PlanInput input, IndexedChunk chunk, Target target) {
        boolean video = target.rendition().isVideo();
        return new PlannedChunk(
                target.formatId(),
                target.rendition().name(),
                input.artworkId(),
                input.inputId(),
                chunk.number(),
                OutputFingerprints.ofChunk(chunk, target, input.picture()),
                video ? chunk.span().startTicks() : 0,
                video ? chunk.span().segmentStarts().size() : 1,
                video ? Math.round(1000 * chunk.span().seconds()) : 0,
                target.rendition().name() + " chunk " + chunk.number() + ": no output for these pictures yet",
                "wanted");
    }
}
