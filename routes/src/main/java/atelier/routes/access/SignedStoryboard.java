package atelier.routes.access;

import java.net.URI;
import java.time.Duration;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A storyboard (WebVTT whose cues are addresses of parts of pictures) in which the pictures have other addresses. Pure. */
public final class SignedStoryboard {
    private static final Pattern CUE = Pattern.compile("(?m)^(?<address>\\S+)#(?<place>xywh=[0-9,]+)$");
    private static final Pattern END = Pattern.compile("(?m)--> (\\d+):(\\d\\d):(\\d\\d)\\.(\\d{3})$");

    private SignedStoryboard() {}

    /**
     * The storyboard with other addresses.
     *
     * @param path of the storyboard, from the root, percent-encoded
     * @param sign gives the other address of a path from the root, and of the address that stands in the storyboard
     */
    public static String of(String path, String text, BinaryOperator<String> sign) {
        URI base = URI.create(path);
        return CUE.matcher(text).replaceAll(cue -> {
            String address = cue.group(1);
            String signed = sign.apply(base.resolve(address).getPath(), address);
            return Matcher.quoteReplacement(signed + "#" + cue.group(2));
        });
    }

    /** How long it lasts: to the end of the last cue. */
    public static Duration duration(String text) {
        return END.matcher(text)
                .results()
                .map(end -> Duration.ofHours(Long.parseLong(end.group(1)))
                        .plusMinutes(Long.parseLong(end.group(2)))
                        .plusSeconds(Long.parseLong(end.group(3)))
                        .plusMillis(Long.parseLong(end.group(4))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
