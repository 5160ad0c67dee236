package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.mp4.JoinedMp4;
import atelier.processors.mp4.JoinedTrack;
import atelier.processors.mp4.StoredSegment;
import atelier.processors.store.Store;
import atelier.processors.tracks.TrackLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins the stored segments of a finished rendition, with the main sound, and with the ambisonics that it is mixed down from, into the file that is downloaded. */
public final class JoinedRenditions {
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Plans plans;
    private final ProgressReader progress;
    private final Store store;
    private final PublishedInits inits;

    JoinedRenditions(Artworks artworks, VideoFormats formats, Plans plans, ProgressReader progress, Store store) {
        this.artworks = artworks;
        this.formats = formats;
        this.plans = plans;
        this.progress = progress;
        this.store = store;
        this.inits = new PublishedInits(store);
    }

    /** A finished rendition of an artwork. */
    public Optional<JoinedRendition> find(String slug, String rendition) {
        Optional<Artwork> artwork = artworks.find(slug);
        Optional<VideoFormat> format = artwork.flatMap(found -> formats.find(found.id(), rendition))
                .filter(found -> found.state().equals("complete"));
        Optional<Plan> plan = artwork.flatMap(found -> plans.current(found.id()));
        if (format.isEmpty() || plan.isEmpty()) {
            return Optional.empty();
        }
        return join(progress.of(plan.get()), rendition)
                .map(file -> new JoinedRendition(
                        file,
                        format.get().fileHash().orElseThrow(),
                        slug.substring(slug.lastIndexOf('/') + 1) + "@" + rendition + ".mp4"));
    }

    /** The file of a rendition, if it is made to its end. */
    Optional<JoinedMp4> join(List<RenditionProgress> renditions, String name) {
        Optional<RenditionProgress> wanted = renditions.stream()
                .filter(each -> each.name().equals(name) && each.complete() && each.isTimed())
                .findFirst();
        return wanted.map(found -> {
            List<JoinedTrack> tracks = new ArrayList<>(List.of(track(found)));
            if (found.kind() == Kind.VIDEO) {
                sound(renditions, false).ifPresent(each -> tracks.add(track(each)));
                sound(renditions, true).filter(each -> tracks.size() > 1).ifPresent(each -> tracks.add(track(each)));
            }
            return JoinedMp4.of(tracks);
        });
    }

    private static Optional<RenditionProgress> sound(List<RenditionProgress> renditions, boolean ambisonic) {
        return renditions.stream()
                .filter(each -> each.kind() == Kind.AUDIO && each.complete())
                .filter(each -> each.label().map(TrackLabel::ambisonic).orElse(false) == ambisonic)
                .findFirst();
    }

    private JoinedTrack track(RenditionProgress rendition) {
        List<StoredSegment> segments = new ArrayList<>();
        long at = 0;
        for (ReadySegment ready : rendition.ready()) {
            String key = ready.key();
            segments.add(
                    new StoredSegment(offset -> store.open(key, offset), ready.bytes(), at, ready.durationTicks()));
            at += ready.durationTicks();
        }
        return new JoinedTrack(inits.of(rendition), segments);
    }
}
