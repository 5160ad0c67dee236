package atelier.processors.tracks;

import atelier.processors.ladder.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a track is called.
 *
 * @param name that viewers read; no two of a source's sounds have the same
 * @param language RFC 5646 tag, where it is known
 * @param autoselect whether a player may choose it by the viewer's language: the first of each language
 * @param ambisonic whether it is made for players alone that turn it with the view
 */
public record TrackLabel(String name, Optional<String> language, boolean autoselect, boolean ambisonic) {
    private static final String AMBISONIC = " (ambisonic)";

    /** Of a title no more than this is shown. */
    private static final int LONGEST = 80;

    /**
     * What a file says of a track.
     *
     * @param language as the file names it
     * @param title that its maker gave it
     * @param ambisonic whether it is published as what players turn with the view
     */
    public record Declared(Optional<String> language, Optional<String> title, boolean ambisonic) {}

    /**
     * The labels of tracks, in their order.
     *
     * @param otherwise what one is called of which nothing is known
     */
    public static List<TrackLabel> of(List<Declared> tracks, String otherwise) {
        List<TrackLabel> labels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Optional<String>> languages = new HashSet<>();
        for (Declared each : tracks) {
            Optional<Language> language = each.language().flatMap(Language::of);
            Optional<String> tag = language.map(Language::tag);
            String name = name(language, title(each), otherwise) + (each.ambisonic() ? AMBISONIC : "");
            boolean first = !each.ambisonic() && languages.add(tag);
            labels.add(new TrackLabel(unlike(names, name), tag, first, each.ambisonic()));
        }
        return List.copyOf(labels);
    }

    private static String name(Optional<Language> language, Optional<String> title, String otherwise) {
        Optional<String> own = language.map(Language::ownName);
        Optional<String> more = title.filter(
                each -> own.map(name -> !each.equalsIgnoreCase(name)).orElse(true));
        return own.map(name -> name + more.map(each -> " (" + each + ")").orElse(""))
                .or(() -> more)
                .orElse(otherwise);
    }

    private static Optional<String> title(Declared track) {
        return track.title()
                .map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .map(text -> text.codePointCount(0, text.length()) > LONGEST
                        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                        : text)
                .filter(text -> !text.isEmpty());
    }

    private static String unlike(Set<String> names, String name) {
        String unlike = name;
        for (int number = 2; !names.add(unlike.toLowerCase(Locale.ROOT)); number++) {
            unlike = name + " " + number;
        }
        return unlike;
    }
}
