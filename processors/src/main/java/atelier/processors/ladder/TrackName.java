package atelier.processors.ladder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a rendition that is made of one track of a source which may have several: {@code AUDIO} of the main one, {@code AUDIO-2} of
 * the next one.
 *
 * @param recipe name of the recipe that all of them are made by
 * @param number of the track, from 1
 */
public record TrackName(String recipe, int number) {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-([2-9]|[1-9]\\d)");

    /** That of any rendition; its number is 1 where it does not say another one. */
    public static TrackName of(String rendition) {
        Matcher numbered = NUMBERED.matcher(rendition);
        return numbered.matches()
                ? new TrackName(numbered.group(1), Integer.parseInt(numbered.group(2)))
                : new TrackName(rendition, 1);
    }

    /** The rendition. */
    public String text() {
        return number == 1 ? recipe : recipe + "-" + number;
    }
}
