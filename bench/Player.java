package bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches what a player needs before it can show the first picture. */
final class Player {
    private static final Pattern SOUND = Pattern.compile("(?m)^#EXT-X-MEDIA:.*TYPE=AUDIO.*URI=\"([^\"]+)\"");
    private static final Pattern MAP = Pattern.compile("(?m)^#EXT-X-MAP:.*URI=\"([^\"]+)\"");
    private static final Pattern ENTRY = Pattern.compile("(?m)^([^#\\s].*)$");

    private final Http http;

    Player(Http http) {
        this.http = http;
    }

    /** Whether the multivariant playlist, a variant and the sound that it names, and the first segment of each are there. */
    boolean canPlay(String slug) {
        URI address = http.at("/media/" + slug + "/master.m3u8");
        Optional<String> playlist = http.find(address);
        return playlist.isPresent() && tracks(address, playlist.get()).stream().allMatch(this::begins);
    }

    private static List<URI> tracks(URI address, String playlist) {
        List<URI> tracks = new ArrayList<>(List.of(first(ENTRY, playlist, address).orElseThrow()));
        first(SOUND, playlist, address).ifPresent(tracks::add);
        return tracks;
    }

    private boolean begins(URI address) {
        Optional<String> playlist = http.find(address);
        return playlist.isPresent()
                && first(MAP, playlist.get(), address).flatMap(http::find).isPresent()
                && first(ENTRY, playlist.get(), address).flatMap(http::find).isPresent();
    }

    private static Optional<URI> first(Pattern pattern, String playlist, URI address) {
        Matcher found = pattern.matcher(playlist);
        return found.find() ? Optional.of(address.resolve(found.group(1).strip())) : Optional.empty();
    }
}
