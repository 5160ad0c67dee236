package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.BucketAddresses;
import atelier.routes.access.Lifetimes;
import atelier.routes.access.Passes;
import atelier.routes.access.SignedPlaylist;
import atelier.routes.access.SignedStoryboard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The addresses that players are given: where playback is signed, with what they need to be answered, until a time. */
@Component
class PlaybackAddresses {
    private static final String CHUNKS = "/chunks/";

    private final boolean signed;
    private final Passes passes;
    private final Lifetimes lifetimes;
    private final Optional<BucketAddresses> bucket;

    @Autowired
    PlaybackAddresses(
            AtelierProperties properties, Passes passes, Lifetimes lifetimes, ObjectProvider<BucketAddresses> bucket) {
        this(
                properties.signsPlayback(),
                passes,
                lifetimes,
                properties.signsPlayback() ? bucket.stream().findFirst() : Optional.empty());
    }

    PlaybackAddresses(boolean signed, Passes passes, Lifetimes lifetimes, Optional<BucketAddresses> bucket) {
        this.signed = signed;
        this.passes = passes;
        this.lifetimes = lifetimes;
        this.bucket = bucket;
    }

    /** Whether addresses are signed. */
    boolean signed() {
        return signed;
    }

    /** What a pass to all playlists and files of an artwork is to. */
    static String ofArtwork(String slug) {
        return "/" + MediaAddress.ofArtwork(slug, "");
    }

    /** Until when what is given out now holds; empty: for ever. */
    Optional<Instant> until(Duration film) {
        return signed ? Optional.of(lifetimes.until(film)) : Optional.empty();
    }

    /** Address of a file of an artwork. */
    String file(ArtworkView view, String path) {
        return until(film(view)).map(end -> toArtwork(view.slug(), path, end)).orElse(path);
    }

    /** An artwork with addresses that work. */
    ArtworkView open(ArtworkView view) {
        if (!signed) {
            return view;
        }
        Instant until = lifetimes.until(film(view));
        return view.withAddresses(
                view.poster().map(path -> path + query(folder(path), until)),
                view.posterWebp().map(path -> path + query(folder(path), until)),
                view.storyboard().map(path -> toArtwork(view.slug(), path, until)),
                view.playback()
                        .map(it -> new ArtworkView.Playback(
                                it.edition(),
                                toArtwork(view.slug(), it.master(), until),
                                it.whole().map(path -> toArtwork(view.slug(), path, until)),
                                it.flat().map(path -> toArtwork(view.slug(), path, until)),
                                it.apple().map(path -> toArtwork(view.slug(), path, until)),
                                it.onDemand()
                                        .map(found -> new ArtworkView.Reachable(
                                                found.renditions(), toArtwork(view.slug(), found.master(), until))))));
    }

    /** How long an artwork lasts. */
    static Duration film(ArtworkView view) {
        return Duration.ofMillis((long) (view.durationSeconds().orElse(0) * 1000));
    }

    /**
     * A playlist or storyboard that is stored, with addresses that work: of a bucket, its own.
     *
     * @param key of it
     */
    String stored(String key, String text) {
        return signed ? playlist(key, text, bucket) : text;
    }

    /** A playlist that lists what may not be made yet, which is asked of us. */
    String whole(String key, String text) {
        return signed ? playlist(key, text, Optional.empty()) : text;
    }

    private String playlist(String key, String text, Optional<BucketAddresses> store) {
        boolean pictures = key.endsWith(MediaAddress.STORYBOARD);
        Instant until = lifetimes.until(pictures ? SignedStoryboard.duration(text) : SignedPlaylist.duration(text));
        String path = MediaAddress.path(key);
        String slug = Wanted.of("GET", path) instanceof Wanted.Media media ? media.slug() : "";
        String own = query(ofArtwork(slug), until);
        Map<String, String> queries = new HashMap<>();
        BinaryOperator<String> sign = (target, address) -> {
            if (!target.startsWith(CHUNKS)) {
                return address + own;
            }
            return store.map(it -> it.of(target.substring(1), lifetimes.begun(), until))
                    .orElseGet(() -> address + queries.computeIfAbsent(folder(target), it -> query(it, until)));
        };
        return pictures ? SignedStoryboard.of(path, text, sign) : SignedPlaylist.of(path, text, sign);
    }

    private String toArtwork(String slug, String path, Instant until) {
        return path + query(ofArtwork(slug), until);
    }

    private String query(String path, Instant until) {
        return "?" + Passes.PARAMETER + "=" + passes.to(path, until);
    }

    private static String folder(String chunk) {
        return chunk.substring(0, chunk.indexOf('/', CHUNKS.length()) + 1);
    }
}
