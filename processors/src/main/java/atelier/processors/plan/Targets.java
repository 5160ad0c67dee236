package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;

/** Decides which renditions are made of an input, and records them. */
public final class Targets {
    private final Ladder ladder;
    private final VideoFormats formats;

    public Targets(Ladder ladder, VideoFormats formats) {
        this.ladder = ladder;
        this.formats = formats;
    }

    /** The plan's input; its renditions are recorded as waiting. To be called in a transaction. */
    PlanInput record(Input input, MediaInfo media) {
        PlanInput plan = of(
                input,
                media,
                (rendition, size) -> formats.plan(
                        input.artworkId(),
                        rendition.name(),
                        input.videoFormatId(),
                        OutputFingerprints.recipe(rendition.recipe()),
                        size.width(),
                        size.height()));
        formats.absentExcept(
                input.artworkId(),
                plan.targets().stream().map(target -> target.rendition().name()).toList());
        return plan;
    }

    /** The plan's input, as it would be recorded now. */
    PlanInput imagine(Input input, MediaInfo media) {
        return of(input, media, (rendition, size) -> 0L);
    }

    private PlanInput of(Input input, MediaInfo media, ToLongBiFunction<Rendition, FrameSize> formatId) {
        Geometry geometry = media.video().geometry();
        FrameSize source = new FrameSize(geometry.displayWidth(), geometry.displayHeight());
        List<Target> targets = new ArrayList<>();
        for (Rendition rendition : ladder.madeOf(source, media.mainAudio().isPresent())) {
            FrameSize size = rendition.recipe().kind() == Kind.AUDIO ? source : source.fit(rendition.recipe());
            long id = formatId.applyAsLong(rendition, size);
            targets.add(new Target(id, rendition, targets.size(), size));
        }
        return new PlanInput(input.artworkId(), input.id(), targets, picture(media));
    }

    /** What of the container decides how a picture looks. */
    private static String picture(MediaInfo media) {
        Geometry geometry = media.video().geometry();
        return geometry.width() + "x" + geometry.height() + " " + geometry.sampleAspectRatio() + " "
                + geometry.rotation() + " " + geometry.mirrored() + " "
                + media.video().fieldOrder().orElse("progressive") + " "
                + media.video().colour();
    }
}
