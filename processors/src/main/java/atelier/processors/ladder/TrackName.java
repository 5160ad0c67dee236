package atelier.processors.ladder;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a rendition that is made of one track of several: {@code AUDIO} of a source's main one, {@code AUDIO-2} of the next one;
 * {@code TEXT-PT-BR} of subtitles that were delivered beside it.
 *
 * @param recipe name of the recipe that all of them are made by
 * @param number of the source's track, from 1; 0 for what was delivered beside the source
 * @param language tag in capitals of what was delivered beside the source; {@code UND} where it is not said
 */
public record TrackName(String recipe, int number, Optional<String> language) {
    /** The language of which nothing is known. */
    public static final String UNKNOWN = "UND";

    private static final Pattern NUMBERED = Pattern.compile("(.+)-([2-9]|[1-9]\\d)");
    private static final Pattern LANGUAGE = Pattern.compile("([^-]+)-([A-Z]{2,3}(?:-[A-Z0-9]{1,8})*)");

    /** The database holds no longer names. */
    private static final int LONGEST = 16;

    /** That of any rendition; its number is 1 where it does not say another one. */
    public static TrackName of(String rendition) {
        Matcher numbered = NUMBERED.matcher(rendition);
        if (numbered.matches()) {
            return new TrackName(numbered.group(1), Integer.parseInt(numbered.group(2)), Optional.empty());
        }
        Matcher language = LANGUAGE.matcher(rendition);
        return language.matches()
                ? new TrackName(language.group(1), 0, Optional.of(language.group(2)))
                : new TrackName(rendition, 1, Optional.empty());
    }

    /** That of a source's track. */
    public static TrackName of(String recipe, int number) {
        return new TrackName(recipe, number, Optional.empty());
    }

    /** That of what was delivered beside the source. */
    public static TrackName of(String recipe, Optional<Language> language) {
        String tag = language.map(Language::tag).orElse(UNKNOWN).toUpperCase(Locale.ROOT);
        boolean fits = recipe.length() + 1 + tag.length() <= LONGEST;
        return new TrackName(recipe, 0, Optional.of(fits ? tag : tag.substring(0, tag.indexOf('-'))));
    }

    /** The rendition. */
    public String text() {
        return recipe + language.map(tag -> "-" + tag).orElse(number == 1 ? "" : "-" + number);
    }
}
