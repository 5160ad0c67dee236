package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.conformance.SegmentMemory;
import atelier.processors.hls.IFramePlaylist;
import atelier.processors.hls.MediaPlaylist;
import atelier.processors.hls.PlaylistType;
import atelier.processors.hls.TextPlaylist;
import atelier.processors.ladder.Ladder;
import atelier.processors.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes an edition's playlists into the store: what a playlist names is there before it. */
final class EditionWriter {
    private final Store store;
    private final PublishedInits inits;
    private final MasterText master;
    private final int targetSeconds;

    /** @param targetSeconds EXT-X-TARGETDURATION: no segment is longer */
    EditionWriter(Store store, Ladder ladder, int targetSeconds) {
        this.store = store;
        this.inits = new PublishedInits(store);
        this.master = new MasterText(ladder, targetSeconds);
        this.targetSeconds = targetSeconds;
    }

    /** Writes the playlist of one rendition. */
    void media(String slug, int edition, RenditionProgress rendition, PlaylistType type, boolean ended) {
        String root = MediaAddress.rootFromEdition(slug);
        List<MediaPlaylist.Segment> segments = new ArrayList<>();
        long at = 0;
        for (ReadySegment ready : rendition.ready()) {
            segments.add(new MediaPlaylist.Segment(root + ready.key(), at, ready.durationTicks()));
            at += ready.durationTicks();
        }
        String map = root + inits.stored(rendition);
        MediaPlaylist playlist = new MediaPlaylist(
                type, targetSeconds, map, rendition.info().orElseThrow().timescale(), segments, ended);
        put(MediaAddress.ofEdition(slug, edition, rendition.name() + ".m3u8"), playlist.text());
    }

    /** Reads what the check of an edition will ask of its segments; takes a while where the store is far. */
    void readAhead(List<RenditionProgress> renditions, SegmentMemory segments) {
        renditions.stream()
                .filter(each -> !each.ready().isEmpty())
                .forEach(each -> SegmentHeads.readAhead(store, segments, each));
    }

    /**
     * Writes all playlists of an edition that never changes.
     *
     * @param segments what was read of its segments before
     * @return what was measured for it
     */
    Map<String, SegmentHeads> seal(
            String slug, int edition, List<RenditionProgress> renditions, SegmentMemory segments) {
        Map<String, SegmentHeads> heads = new HashMap<>();
        for (RenditionProgress each : renditions) {
            if (each.isTimed()) {
                media(slug, edition, each, PlaylistType.VOD, true);
            }
            if (each.kind() == Kind.VIDEO) {
                SegmentHeads read = SegmentHeads.read(store, segments, each);
                if (read.isReadable()) {
                    keyFrames(slug, edition, each, read);
                    heads.put(each.name(), read);
                }
            }
        }
        texts(slug, edition, renditions);
        for (Form form : Form.of(renditions)) {
            put(MediaAddress.ofEdition(slug, edition, form.file()), master.sealed(form, heads, ""));
        }
        return heads;
    }

    private void keyFrames(String slug, int edition, RenditionProgress video, SegmentHeads heads) {
        String root = MediaAddress.rootFromEdition(slug);
        List<IFramePlaylist.Frame> frames = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < video.ready().size(); i++) {
            ReadySegment ready = video.ready().get(i);
            frames.add(new IFramePlaylist.Frame(root + ready.key(), at, 0, heads.keyFrameEnd(i)));
            at += ready.durationTicks();
        }
        String map = root + inits.stored(video);
        IFramePlaylist playlist = new IFramePlaylist(
                targetSeconds, map, video.info().orElseThrow().timescale(), frames, at);
        put(MediaAddress.ofEdition(slug, edition, MasterText.keyFrames(video)), playlist.text());
    }

    /** Writes the multivariant playlists of an edition that grows: once, they never change. */
    void multivariant(String slug, int edition, List<RenditionProgress> renditions) {
        texts(slug, edition, renditions);
        for (Form form : Form.of(renditions)) {
            put(MediaAddress.ofEdition(slug, edition, form.file()), master.growing(form, ""));
        }
    }

    /** Subtitles are whole before they are part of any edition. */
    private void texts(String slug, int edition, List<RenditionProgress> renditions) {
        for (RenditionProgress each : renditions) {
            each.text().ifPresent(text -> {
                String uri = MediaAddress.rootFromEdition(slug) + MediaAddress.text(text.fingerprint());
                TextPlaylist playlist = new TextPlaylist(uri, text.durationMillis());
                put(MediaAddress.ofEdition(slug, edition, each.name() + ".m3u8"), playlist.text());
            });
        }
    }

    /** Lets the artwork's fixed address lead to an edition that grows. */
    void point(String slug, int edition, List<RenditionProgress> renditions) {
        point(slug, edition, master.growing(main(renditions), prefix(edition)));
    }

    /** Lets the artwork's fixed address lead to a sealed edition. */
    void point(String slug, int edition, List<RenditionProgress> renditions, Map<String, SegmentHeads> heads) {
        point(slug, edition, master.sealed(main(renditions), heads, prefix(edition)));
    }

    private static Form main(List<RenditionProgress> renditions) {
        return Form.of(renditions).get(0);
    }

    private void point(String slug, int edition, String text) {
        put(
                MediaAddress.ofArtwork(slug, "current.json"),
                "{\"edition\":" + edition + ",\"master\":\"" + prefix(edition) + "master.m3u8\"}");
        put(MediaAddress.ofArtwork(slug, "master.m3u8"), text);
    }

    private static String prefix(int edition) {
        return "editions/" + edition + "/";
    }

    /** Removes an edition that was never current. */
    void remove(String slug, int edition) {
        store.deleteAll(MediaAddress.ofArtwork(slug, "editions/" + edition));
    }

    private void put(String key, String text) {
        store.put(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
