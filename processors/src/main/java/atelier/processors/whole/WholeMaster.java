package atelier.processors.whole;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.hls.MultivariantPlaylist;
import atelier.processors.ladder.TrackName;
import atelier.processors.spherical.Ambisonics;
import atelier.processors.tracks.TrackLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The multivariant playlist of a whole timeline. It declares all renditions of the plan before there is anything of them: by what is made
 * where something is, else by what is cut as it is, or what the recipe will make. Pure.
 */
final class WholeMaster {
    private static final String SOUND = "sound";

    /** How far above the encoder's cap the peak is declared: containers cost a little. */
    private static final double OVERHEAD = 1.1;

    /** Bits that a pixel may cost where a recipe sets no limit. */
    private static final double BITS_PER_PIXEL = 0.15;

    /** AAC-LC: what we make all sound of. */
    private static final String AAC = "mp4a.40.2";

    private WholeMaster() {}

    /**
     * A rendition that the plan makes.
     *
     * @param name the rendition
     * @param recipe how
     * @param width of its picture
     * @param height of its picture
     * @param frameRate frames a second
     * @param made what its init segment says, where there is one
     * @param coded codec string of its pictures, where they are cut as they are
     * @param called what it is called beside others of its kind; none for pictures
     */
    record Planned(
            String name,
            Recipe recipe,
            int width,
            int height,
            double frameRate,
            Optional<StreamInfo> made,
            Optional<String> coded,
            Optional<TrackLabel> called) {
        TrackLabel label() {
            return called.orElseThrow();
        }

        String codec() {
            return made.map(StreamInfo::codec)
                    .or(() -> coded)
                    .orElseGet(() -> recipe.kind() == Kind.AUDIO ? AAC : video());
        }

        private String video() {
            return switch (recipe.codec()) {
                case "hevc" -> HevcLevel.codec(width, height, frameRate);
                case "av1" -> Av1Level.codec(width, height, frameRate);
                default -> H264Level.codec(width, height, frameRate, recipe.maxrate());
            };
        }

        String videoRange() {
            return made.map(StreamInfo::videoRange).orElse(StreamInfo.STANDARD_RANGE);
        }

        long average() {
            return recipe.maxrate() > 0
                    ? recipe.maxrate() * 1000L
                    : (long) Math.ceil(width * height * frameRate * BITS_PER_PIXEL);
        }
    }

    /** @param renditions the lowest video first */
    static String text(List<Planned> renditions) {
        List<Planned> sounds = renditions.stream()
                .filter(each -> each.recipe().kind() == Kind.AUDIO)
                .sorted(Comparator.comparing((Planned each) -> each.recipe().ambisonic())
                        .thenComparing(each -> TrackName.of(each.name()).number()))
                .toList();
        List<MultivariantPlaylist.Subtitles> subtitles = renditions.stream()
                .filter(each -> each.recipe().kind() == Kind.TEXT)
                .map(each -> new MultivariantPlaylist.Subtitles(
                        each.label().name(),
                        each.label().language(),
                        each.name() + ".m3u8",
                        each.label().autoselect()))
                .toList();
        return new MultivariantPlaylist(
                        renditions.stream()
                                .filter(each -> each.recipe().kind() == Kind.VIDEO)
                                .map(each -> variant(each, sounds.stream().max(Comparator.comparing(Planned::average))))
                                .toList(),
                        sounds.stream().map(WholeMaster::audio).toList(),
                        subtitles,
                        List.of(),
                        Optional.empty())
                .text();
    }

    private static MultivariantPlaylist.Variant variant(Planned video, Optional<Planned> sound) {
        long average = video.average() + sound.map(Planned::average).orElse(0L);
        return new MultivariantPlaylist.Variant(
                video.name() + ".m3u8",
                (long) (average * OVERHEAD),
                average,
                video.codec() + sound.map(each -> "," + each.codec()).orElse(""),
                video.width(),
                video.height(),
                video.frameRate(),
                sound.map(each -> SOUND),
                video.videoRange());
    }

    private static MultivariantPlaylist.Audio audio(Planned sound) {
        return new MultivariantPlaylist.Audio(
                SOUND,
                sound.label().name(),
                sound.label().language(),
                sound.made().map(StreamInfo::channels).orElse(channels(sound.recipe())),
                sound.name() + ".m3u8",
                TrackName.of(sound.name()).number() == 1 && !sound.recipe().ambisonic(),
                sound.label().autoselect(),
                sound.label().ambisonic());
    }

    private static int channels(Recipe recipe) {
        return recipe.ambisonic() ? Ambisonics.FIRST_ORDER : recipe.channels();
    }
}
