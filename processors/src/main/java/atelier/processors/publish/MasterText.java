package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.hls.Bandwidth;
import atelier.processors.hls.MultivariantPlaylist;
import atelier.processors.ladder.Ladder;
import atelier.processors.tracks.TrackLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Multivariant playlists of editions. */
final class MasterText {
    private static final String AUDIO_GROUP = "sound";

    /** How far above the encoder's cap a growing edition declares its peak: containers cost a little. */
    private static final double OVERHEAD = 1.1;

    private final Ladder ladder;
    private final int targetSeconds;

    MasterText(Ladder ladder, int targetSeconds) {
        this.ladder = ladder;
        this.targetSeconds = targetSeconds;
    }

    /** File name of the playlist of a video's key frames. */
    static String keyFrames(RenditionProgress video) {
        return video.name() + "-iframes.m3u8";
    }

    /**
     * That of a growing edition: bit rates are what the encoder is held to.
     *
     * @param prefix of the addresses of the edition's playlists
     */
    String growing(Form form, String prefix) {
        return text(form, Map.of(), false, prefix);
    }

    /**
     * That of a sealed edition: everything is measured.
     *
     * @param heads of the videos' segments
     * @param prefix of the addresses of the edition's playlists
     */
    String sealed(Form form, Map<String, SegmentHeads> heads, String prefix) {
        return text(form, heads, true, prefix);
    }

    private String text(Form form, Map<String, SegmentHeads> heads, boolean sealed, String prefix) {
        List<RenditionProgress> renditions = form.renditions();
        List<RenditionProgress> sounds =
                renditions.stream().filter(each -> each.kind() == Kind.AUDIO).toList();
        List<MultivariantPlaylist.Variant> variants = renditions.stream()
                .filter(each -> each.kind() == Kind.VIDEO)
                .map(each -> variant(each, sounds, Optional.ofNullable(heads.get(each.name())), sealed, prefix))
                .toList();
        List<MultivariantPlaylist.Audio> audio = sounds.stream()
                .map(each -> audio(each, each == sounds.get(0), prefix))
                .toList();
        List<MultivariantPlaylist.IFrames> iFrames = renditions.stream()
                .filter(each -> heads.containsKey(each.name()))
                .map(each -> iFrames(each, heads.get(each.name()), prefix))
                .toList();
        List<MultivariantPlaylist.Subtitles> subtitles = renditions.stream()
                .filter(each -> each.kind() == Kind.TEXT)
                .map(each -> subtitles(each, prefix))
                .toList();
        return new MultivariantPlaylist(variants, audio, subtitles, iFrames, form.layout()).text();
    }

    private MultivariantPlaylist.Variant variant(
            RenditionProgress video,
            List<RenditionProgress> sounds,
            Optional<SegmentHeads> heads,
            boolean sealed,
            String prefix) {
        StreamInfo info = video.info().orElseThrow();
        Bandwidth pictures = bandwidth(video, sealed);
        Bandwidth bandwidth = sounds.stream()
                .map(each -> bandwidth(each, sealed))
                .max(Comparator.comparingLong(Bandwidth::peak))
                .map(pictures::plus)
                .orElse(pictures);
        return new MultivariantPlaylist.Variant(
                prefix + video.name() + ".m3u8",
                bandwidth.peak(),
                bandwidth.average(),
                codecs(video, sounds),
                info.width(),
                info.height(),
                heads.map(read -> read.frameRate(info.timescale())).orElse(info.frameRate()),
                sounds.stream().map(each -> AUDIO_GROUP).findFirst(),
                info.videoRange());
    }

    private static String codecs(RenditionProgress video, List<RenditionProgress> sounds) {
        return Stream.concat(Stream.of(video), sounds.stream())
                .map(each -> each.info().orElseThrow().codec())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Measured; a growing edition's peak may still come, and is what the encoder is held to. */
    private Bandwidth bandwidth(RenditionProgress rendition, boolean sealed) {
        Bandwidth measured = Bandwidth.measure(
                rendition.ready().stream()
                        .map(each -> new Bandwidth.Sized(each.bytes(), each.durationTicks()))
                        .toList(),
                rendition.info().orElseThrow().timescale(),
                targetSeconds);
        long cap = ladder.find(rendition.name()).orElseThrow().recipe().maxrate() * 1000L;
        return sealed
                ? measured
                : new Bandwidth(Math.max(measured.peak(), (long) (cap * OVERHEAD)), measured.average());
    }

    private static MultivariantPlaylist.Audio audio(RenditionProgress sound, boolean main, String prefix) {
        TrackLabel label = sound.label().orElseThrow();
        return new MultivariantPlaylist.Audio(
                AUDIO_GROUP,
                label.name(),
                label.language(),
                sound.info().orElseThrow().channels(),
                prefix + sound.name() + ".m3u8",
                main,
                label.autoselect(),
                label.ambisonic());
    }

    private static MultivariantPlaylist.Subtitles subtitles(RenditionProgress text, String prefix) {
        TrackLabel label = text.label().orElseThrow();
        return new MultivariantPlaylist.Subtitles(
                label.name(), label.language(), prefix + text.name() + ".m3u8", label.autoselect());
    }

    private MultivariantPlaylist.IFrames iFrames(RenditionProgress video, SegmentHeads heads, String prefix) {
        StreamInfo info = video.info().orElseThrow();
        Bandwidth bandwidth = heads.ofKeyFrames(info.timescale(), targetSeconds);
        return new MultivariantPlaylist.IFrames(
                prefix + keyFrames(video),
                bandwidth.peak(),
                bandwidth.average(),
                info.codec(),
                info.width(),
                info.height(),
                info.videoRange());
    }
}
