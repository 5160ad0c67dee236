package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.processors.catalog.Input;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.Colour;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.VideoStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a delivered file is a rendition already, so that it is cut into segments as it is. Pure. */
final class CopyRule {
    /** What every player decodes that decodes what we encode. */
    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Main", "High");

    /** Their key frames are what the standards call a random access point. */
    private static final List<String> CONTAINERS = List.of("mov", "matroska");

    private static final Ratio SQUARE = new Ratio(1, 1);

    /** What of a file's bit rate is not its pictures', at most, in kbit/s. */
    private static final double SOUND = 512;

    /**
     * H.264's largest DPB. Of no more pictures FFmpeg may not find out when a Matroska file begins, and then reads nothing where it is told how
     * much to read.
     */
    private static final int FEW = 16;

    private CopyRule() {}

    /** Whether it may be, by what the probe found: the whole file must still be looked at. */
    static boolean mayFit(Target target) {
        MediaInfo media = target.from().media();
        return target.rendition().isVideo()
                && CONTAINERS.stream().anyMatch(media.container()::contains)
                && isCodedAlike(media.video(), target.rendition().recipe())
                && isColouredAlike(media.video().colour())
                && media.video().frame().unfolding().isEmpty()
                && !FlatView.isMade(
                        target.rendition().recipe(), media.video().frame().sphere())
                && isShownAsCoded(media.video(), target.size())
                && isSmallEnough(
                        target.from().input(), media, target.rendition().recipe());
    }

    /**
     * Whether it is.
     *
     * @param chunks all of the file
     * @return how many frames are shown later than they are coded, at most; empty where it must be encoded
     */
    static OptionalInt decide(Target target, List<IndexedChunk> chunks) {
        boolean fits = mayFit(target)
                && chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum() > FEW
                && chunks.stream().allMatch(chunk -> chunk.span().copy().possible());
        return fits
                ? chunks.stream()
                        .map(chunk -> chunk.span().copy())
                        .mapToInt(CopyCuts::reordered)
                        .max()
                : OptionalInt.empty();
    }

    private static boolean isCodedAlike(VideoStream video, Recipe recipe) {
        return video.codec().equals("h264")
                && recipe.codec().equals("h264")
                && video.profile().filter(PROFILES::contains).isPresent()
                && video.pixelFormat().filter("yuv420p"::equals).isPresent()
                && video.configuration().isPresent();
    }

    /**
     * What a file says nothing of is declared of its copy as players take it ({@code Look.copied}). Where it says a part, players differ in
     * what they make of the rest.
     */
    private static boolean isColouredAlike(Colour colour) {
        List<String> said = Stream.of(colour.space(), colour.primaries(), colour.transfer())
                .flatMap(Optional::stream)
                .toList();
        return colour.range().filter("pc"::equals).isEmpty()
                && said.stream().allMatch("bt709"::equals)
                && (said.isEmpty() || colour.isSaid());
    }

    private static boolean isShownAsCoded(VideoStream video, FrameSize size) {
        Geometry geometry = video.geometry();
        return geometry.rotation() == 0
                && !geometry.mirrored()
                && geometry.sampleAspectRatio().equals(SQUARE)
                && video.fieldOrder()
                        .filter(order -> !order.equals("progressive"))
                        .isEmpty()
                && size.equals(new FrameSize(geometry.width(), geometry.height()));
    }

    private static boolean isSmallEnough(Input input, MediaInfo media, Recipe recipe) {
        double seconds = media.durationMicros().orElse(0) / 1e6;
        double sound = media.audio().isEmpty() ? 0 : SOUND;
        return recipe.maxrate() == 0
                || (seconds > 0 && input.fileSize() * 8 / seconds / 1000 - sound <= recipe.maxrate());
    }
}
