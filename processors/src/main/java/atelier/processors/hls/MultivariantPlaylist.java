package atelier.processors.hls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The playlist of an artwork's renditions.
 *
 * @param variants what a player chooses from; it begins with the first
 * @param audio audio renditions
 * @param subtitles subtitles, of which each variant has all
 * @param iFrames I-frame playlists, if there are any
 * @param layout what a player must be able to do to show any of its pictures: REQ-VIDEO-LAYOUT
 */
public record MultivariantPlaylist(
        List<Variant> variants,
        List<Audio> audio,
        List<Subtitles> subtitles,
        List<IFrames> iFrames,
        Optional<String> layout) {
    private static final int VERSION = 7;
    /** Attributes that a player must understand are of this one (RFC 8216bis, 7). */
    private static final int REQUIRING = 12;

    private static final String TEXTS = "text";
    /** A characteristic of our own (RFC 8216, 4.3.4.1 allows them): four channels of first-order ambisonics, in the order of ACN and SN3D. */
    private static final String AMBISONIC = "atelier.ambisonic";

    private static final String STANDARD_RANGE = "SDR";

    /**
     * A video rendition together with the audio it plays with.
     *
     * @param uri its media playlist
     * @param bandwidth peak bit rate with the largest audio of its group, in bit/s
     * @param averageBandwidth average bit rate with the same, in bit/s
     * @param codecs RFC 6381 codec strings of video and audio, comma-separated
     * @param width of the pictures
     * @param height of the pictures
     * @param frameRate frames a second; the highest where it varies
     * @param audioGroup which of {@code audio} goes with it
     * @param videoRange {@code SDR}, {@code PQ} or {@code HLG}
     */
    public record Variant(
            String uri,
            long bandwidth,
            long averageBandwidth,
            String codecs,
            int width,
            int height,
            double frameRate,
            Optional<String> audioGroup,
            String videoRange) {}

    /**
     * An audio rendition.
     *
     * @param group its name that variants refer to
     * @param name shown to viewers; unlike every other of the group
     * @param language RFC 5646 tag, where it is known
     * @param channels of the sound
     * @param uri its media playlist
     * @param isDefault whether it plays if the viewer says nothing; then a player may also choose it by itself
     * @param autoselect whether a player may choose it by itself
     * @param ambisonic whether it is for players alone that turn it with the view
     */
    public record Audio(
            String group,
            String name,
            Optional<String> language,
            int channels,
            String uri,
            boolean isDefault,
            boolean autoselect,
            boolean ambisonic) {}

    /**
     * Subtitles.
     *
     * @param name shown to viewers; unlike every other
     * @param language RFC 5646 tag, where it is known
     * @param uri its media playlist
     * @param autoselect whether a player may choose it by itself
     */
    public record Subtitles(String name, Optional<String> language, String uri, boolean autoselect) {}

    /**
     * An I-frame playlist.
     *
     * @param uri its address
     * @param bandwidth peak bit rate of the key frames, in bit/s
     * @param averageBandwidth average bit rate of the key frames, in bit/s
     * @param codecs RFC 6381 codec string of the video
     * @param width of the pictures
     * @param height of the pictures
     * @param videoRange {@code SDR}, {@code PQ} or {@code HLG}
     */
    public record IFrames(
            String uri,
            long bandwidth,
            long averageBandwidth,
            String codecs,
            int width,
            int height,
            String videoRange) {}

    /** @throws PlaylistException if there is no variant, or one refers to an audio group that is not there */
    public MultivariantPlaylist {
        variants = List.copyOf(variants);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        iFrames = List.copyOf(iFrames);
        if (variants.isEmpty()) {
            throw new PlaylistException("A multivariant playlist has no variants");
        }
        List<String> groups = audio.stream().map(Audio::group).toList();
        for (Variant variant : variants) {
            if (!variant.audioGroup().map(groups::contains).orElse(true)) {
                throw new PlaylistException(
                        "Variant %s refers to audio %s, which is not there", variant.uri(), variant.audioGroup());
            }
        }
    }

    /** The playlist as it is served. */
    public String text() {
        Tags tags = new Tags()
                .tag("EXT-X-VERSION", layout.isPresent() ? REQUIRING : VERSION)
                .tag("EXT-X-INDEPENDENT-SEGMENTS");
        // Where all are of standard range nothing need be said of it.
        boolean ranges = variants.stream().anyMatch(each -> !each.videoRange().equals(STANDARD_RANGE));
        audio.forEach(each -> tags.tag("EXT-X-MEDIA", attributes(each)));
        subtitles.forEach(each -> tags.tag("EXT-X-MEDIA", attributes(each)));
        variants.forEach(
                each -> tags.tag("EXT-X-STREAM-INF", attributes(each, ranges)).uri(each.uri()));
        iFrames.forEach(each -> tags.tag("EXT-X-I-FRAME-STREAM-INF", attributes(each, ranges)));
        return tags.text();
    }

    private static Attributes attributes(Audio audio) {
        Attributes attributes = new Attributes()
                .plain("TYPE", "AUDIO")
                .quoted("GROUP-ID", audio.group())
                .quoted("NAME", audio.name());
        audio.language().ifPresent(language -> attributes.quoted("LANGUAGE", language));
        attributes
                .yesNo("DEFAULT", audio.isDefault())
                .yesNo("AUTOSELECT", audio.autoselect() || audio.isDefault())
                .quoted("CHANNELS", Integer.toString(audio.channels()));
        if (audio.ambisonic()) {
            attributes.quoted("CHARACTERISTICS", AMBISONIC);
        }
        return attributes.uri("URI", audio.uri());
    }

    private static Attributes attributes(Subtitles subtitles) {
        Attributes attributes = new Attributes()
                .plain("TYPE", "SUBTITLES")
                .quoted("GROUP-ID", TEXTS)
                .quoted("NAME", subtitles.name());
        subtitles.language().ifPresent(language -> attributes.quoted("LANGUAGE", language));
        return attributes
                .yesNo("DEFAULT", false)
                .yesNo("AUTOSELECT", subtitles.autoselect())
                .uri("URI", subtitles.uri());
    }

    private Attributes attributes(Variant variant, boolean ranges) {
        Attributes attributes = new Attributes()
                .plain("BANDWIDTH", variant.bandwidth())
                .plain("AVERAGE-BANDWIDTH", variant.averageBandwidth())
                .quoted("CODECS", variant.codecs())
                .plain("RESOLUTION", variant.width() + "x" + variant.height())
                .plain("FRAME-RATE", BigDecimal.valueOf(variant.frameRate()).setScale(3, RoundingMode.HALF_UP));
        if (ranges) {
            attributes.plain("VIDEO-RANGE", variant.videoRange());
        }
        layout.ifPresent(needed -> attributes.quoted("REQ-VIDEO-LAYOUT", needed));
        variant.audioGroup().ifPresent(group -> attributes.quoted("AUDIO", group));
        if (!subtitles.isEmpty()) {
            attributes.quoted("SUBTITLES", TEXTS);
        }
        return attributes;
    }

    private Attributes attributes(IFrames frames, boolean ranges) {
        Attributes attributes = new Attributes()
                .plain("BANDWIDTH", frames.bandwidth())
                .plain("AVERAGE-BANDWIDTH", frames.averageBandwidth())
                .quoted("CODECS", frames.codecs())
                .plain("RESOLUTION", frames.width() + "x" + frames.height());
        if (ranges) {
            attributes.plain("VIDEO-RANGE", frames.videoRange());
        }
        layout.ifPresent(needed -> attributes.quoted("REQ-VIDEO-LAYOUT", needed));
        return attributes.uri("URI", frames.uri());
    }
}
