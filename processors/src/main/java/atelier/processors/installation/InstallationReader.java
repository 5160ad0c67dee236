package atelier.processors.installation;

import atelier.processors.ingest.InvalidSlugException;
import atelier.processors.ingest.Slug;
import atelier.processors.installation.Installation.Item;
import atelier.processors.installation.Installation.Montage;
import atelier.processors.installation.Installation.Track;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a playlist that somebody sent, and refuses whatever it does not know: a misspelt field must not be lost in silence.
 * Whether the artworks are there is not asked: a playlist may be written before they are delivered.
 */
public final class InstallationReader {
    /** Bytes of JSON that a playlist may have. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final int MOST_MONTAGES = 100;
    private static final int MOST_TRACKS = 16;
    private static final int MOST_ITEMS = 2000;
    private static final int LONGEST_TITLE = 200;
    private static final double LONGEST = 7 * 86_400;
    private static final Set<String> OF_PLAYLIST = Set.of("name", "title", "loop", "autostart", "montages");
    private static final Set<String> OF_MONTAGE = Set.of("title", "tracks");
    private static final Set<String> OF_TRACK = Set.of("items");
    private static final Set<String> OF_ITEM = Set.of("slug", "from", "until", "mute");

    /** Whether a playlist may be called so. */
    public boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The playlist that JSON text holds.
     *
     * @param name where it is sent to; a name inside it must be the same
     * @throws InstallationRefusedException if it breaks a rule
     */
    public Installation read(String name, byte[] json) {
        if (!isName(name)) {
            throw new InstallationRefusedException(
                    "name", "must be 1 to 64 lower-case letters, digits and dashes, without a dash at an end.");
        }
        JsonFields fields = JsonFields.of(json, OF_PLAYLIST);
        String said = fields.text("name", name);
        if (!said.equals(name)) {
            throw new InstallationRefusedException("name", "is not that of the address, '" + name + "'.");
        }
        String title = title(fields, name);
        if (title.isBlank()) {
            throw new InstallationRefusedException("title", "is empty.");
        }
        Installation installation = new Installation(
                name,
                title,
                fields.flag("loop", true),
                fields.flag("autostart", true),
                fields.each("montages", OF_MONTAGE, MOST_MONTAGES, this::montage));
        if (installation.items() > MOST_ITEMS) {
            throw new InstallationRefusedException("", "has more than " + MOST_ITEMS + " items.");
        }
        return installation;
    }

    private Montage montage(JsonFields fields) {
        return new Montage(title(fields, ""), fields.each("tracks", OF_TRACK, MOST_TRACKS, this::track));
    }

    private Track track(JsonFields fields) {
        return new Track(fields.each("items", OF_ITEM, MOST_ITEMS, this::item));
    }

    private Item item(JsonFields fields) {
        OptionalDouble from = fields.seconds("from", LONGEST);
        OptionalDouble until = fields.seconds("until", LONGEST);
        if (until.isPresent() && until.getAsDouble() <= from.orElse(0)) {
            throw fields.refused("until", "is not later than \"from\" (none is 0).");
        }
        return new Item(slug(fields), from, until, fields.flag("mute", false));
    }

    private static String slug(JsonFields fields) {
        try {
            return new Slug(fields.text("slug", "")).value();
        } catch (InvalidSlugException e) {
            throw fields.refused("slug", "is not an artwork's name, such as \"mila/sunset\".");
        }
    }

    private static String title(JsonFields fields, String otherwise) {
        String title = fields.text("title", otherwise).strip();
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw fields.refused("title", "is longer than " + LONGEST_TITLE + " characters.");
        }
        if (title.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw fields.refused("title", "has a line break or another character that nobody can see.");
        }
        return title;
    }
}
