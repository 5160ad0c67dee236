package atelier.processors.installation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A playlist for an installation: montages, one after the other.
 *
 * @param name in addresses; lower-case letters, digits and dashes
 * @param title for people
 * @param loop whether the first montage follows the last
 * @param autostart whether it begins without a click
 */
public record Installation(String name, String title, boolean loop, boolean autostart, List<Montage> montages) {

    public Installation {
        montages = List.copyOf(montages);
    }

    /** How many items there are in all. */
    public int items() {
        return montages.stream()
                .flatMap(montage -> montage.tracks().stream())
                .mapToInt(track -> track.items().size())
                .sum();
    }

    /**
     * What the screens of an installation show at the same time.
     *
     * @param title for people; may be empty
     * @param tracks one for each screen, the first for screen 1
     */
    public record Montage(String title, List<Track> tracks) {
        public Montage {
            tracks = List.copyOf(tracks);
        }
    }

    /** What one screen shows: items, one after the other. */
    public record Track(List<Item> items) {
        public Track {
            items = List.copyOf(items);
        }
    }

    /**
     * An artwork or a part of one.
     *
     * @param slug the artwork's
     * @param from seconds; absent: its beginning
     * @param until seconds; absent: its end
     * @param mute whether its sound is left out
     */
    public record Item(String slug, OptionalDouble from, OptionalDouble until, boolean mute) {}
}
