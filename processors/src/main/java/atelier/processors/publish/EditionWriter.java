package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.hls.Bandwidth;
import atelier.processors.hls.MediaPlaylist;
import atelier.processors.hls.MultivariantPlaylist;
import atelier.processors.hls.PlaylistType;
import atelier.processors.ladder.Ladder;
import atelier.processors.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an edition's playlists into the store: what a playlist names is there before it. */
final class EditionWriter {
    private static final String AUDIO_GROUP = "sound";

    /** How far above the encoder's cap a growing edition declares its peak: containers cost a little. */
    private static final double OVERHEAD = 1.1;

    private final Store store;
    private final Ladder ladder;
    private final int targetSeconds;

    /** @param targetSeconds EXT-X-TARGETDURATION: no segment is longer */
    EditionWriter(Store store, Ladder ladder, int targetSeconds) {
        this.store = store;
        this.ladder = ladder;
        this.targetSeconds = targetSeconds;
    }

    /** Writes the playlist of one rendition. */
    void media(String slug, int edition, RenditionProgress rendition, PlaylistType type, boolean ended) {
        String root = MediaAddress.rootFromEdition(slug);
        List<MediaPlaylist.Segment> segments = new ArrayList<>();
        long at = 0;
        for (ReadySegment ready : rendition.ready()) {
            String uri = root + MediaAddress.ofPlacement(ready.fingerprint(), ready.startTicks()) + "/"
                    + MediaAddress.segment(ready.number());
            segments.add(new MediaPlaylist.Segment(uri, at, ready.durationTicks()));
            at += ready.durationTicks();
        }
        String map = root + MediaAddress.init(rendition.ready().get(0).fingerprint());
        MediaPlaylist playlist = new MediaPlaylist(
                type, targetSeconds, map, rendition.info().orElseThrow().timescale(), segments, ended);
        put(MediaAddress.ofEdition(slug, edition, rendition.name() + ".m3u8"), playlist.text());
    }

    /** Writes the multivariant playlist of an edition: once, it never changes. */
    void multivariant(String slug, int edition, List<RenditionProgress> renditions, boolean sealed) {
        put(MediaAddress.ofEdition(slug, edition, "master.m3u8"), text(renditions, sealed, ""));
    }

    /** Lets the artwork's fixed address lead to an edition. */
    void point(String slug, int edition, List<RenditionProgress> renditions, boolean sealed) {
        String prefix = "editions/" + edition + "/";
        put(
                MediaAddress.ofArtwork(slug, "current.json"),
                "{\"edition\":" + edition + ",\"master\":\"" + prefix + "master.m3u8\"}");
        put(MediaAddress.ofArtwork(slug, "master.m3u8"), text(renditions, sealed, prefix));
    }

    private String text(List<RenditionProgress> renditions, boolean sealed, String prefix) {
        Optional<RenditionProgress> sound =
                renditions.stream().filter(each -> each.kind() == Kind.AUDIO).findFirst();
        List<MultivariantPlaylist.Variant> variants = renditions.stream()
                .filter(each -> each.kind() == Kind.VIDEO)
                .map(each -> variant(each, sound, sealed, prefix))
                .toList();
        List<MultivariantPlaylist.Audio> audio =
                sound.map(each -> audio(each, prefix)).stream().toList();
        return new MultivariantPlaylist(variants, audio, List.of()).text();
    }

    private MultivariantPlaylist.Variant variant(
            RenditionProgress video, Optional<RenditionProgress> sound, boolean sealed, String prefix) {
        StreamInfo info = video.info().orElseThrow();
        Bandwidth bandwidth = bandwidth(video, sealed);
        String codecs = info.codec();
        if (sound.isPresent()) {
            bandwidth = bandwidth.plus(bandwidth(sound.get(), sealed));
            codecs += "," + sound.get().info().orElseThrow().codec();
        }
        return new MultivariantPlaylist.Variant(
                prefix + video.name() + ".m3u8",
                bandwidth.peak(),
                bandwidth.average(),
                codecs,
                info.width(),
                info.height(),
                info.frameRate(),
                sound.map(each -> AUDIO_GROUP));
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

    private static MultivariantPlaylist.Audio audio(RenditionProgress sound, String prefix) {
        return new MultivariantPlaylist.Audio(
                AUDIO_GROUP,
                "Sound",
                Optional.empty(),
                sound.info().orElseThrow().channels(),
                prefix + sound.name() + ".m3u8",
                true,
                true);
    }

    private void put(String key, String text) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
