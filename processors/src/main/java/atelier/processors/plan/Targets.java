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

/** Decides which renditions are made of an input, and records them. */
public final class Targets {
    private final Ladder ladder;
    private final VideoFormats formats;

    public Targets(Ladder ladder, VideoFormats formats) {
        this.ladder = ladder;
        this.formats = formats;
    }

    /** The plan's input; its renditions are recorded as waiting. To be called in a transaction. */
    PlanInput of(Input input, MediaInfo media) {
        Geometry geometry = media.video().geometry();
        FrameSize source = new FrameSize(geometry.displayWidth(), geometry.displayHeight());
        List<Target> targets = new ArrayList<>();
        for (Rendition rendition : ladder.madeOf(source, media.mainAudio().isPresent())) {
            boolean audio = rendition.recipe().kind() == Kind.AUDIO;
            FrameSize size = audio ? source : source.fit(rendition.recipe());
            long format = formats.plan(
                    input.artworkId(),
                    rendition.name(),
                    input.videoFormatId(),
                    OutputFingerprints.recipe(rendition.recipe()),
                    audio ? 0 : size.width(),
                    audio ? 0 : size.height());
            targets.add(new Target(format, rendition, targets.size(), size));
        }
        formats.absentExcept(
                input.artworkId(),
                targets.stream().map(target -> target.rendition().name()).toList());
        return new PlanInput(input.artworkId(), input.id(), targets, picture(media));
    }

    /** What of the container decides how a picture looks. */
    private static String picture(MediaInfo media) {
        Geometry geometry = media.video().geometry();
        return geometry.width() + "x" + geometry.height() + " " + geometry.sampleAspectRatio() + " "
                + geometry.rotation() + " " + geometry.mirrored() + " "
                + media.video().fieldOrder().orElse("progressive") + " " + media.video().colour();
    }
}
