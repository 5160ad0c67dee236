package bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Atelier says of its artworks. */
final class Library {
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern PLAN_STATE = Pattern.compile("\"plans\":\\[\\{[^}]*\"state\":\"(\\w+)\"");
    private static final Pattern STATE = Pattern.compile("^\\{[^{]*\"state\":\"(\\w+)\"");
    private static final Pattern ERROR = Pattern.compile("\"error\":\"");
    private static final Pattern UNHASHED = Pattern.compile("\"sha256\":null");
    private static final Pattern NEEDED = Pattern.compile("\"needed\":(\\d+)");

    private final Http http;

    Library(Http http) {
        this.http = http;
    }

    /** The number of an artwork's newest plan; 0 where it has none. */
    int plan(String slug) {
        Matcher found = NUMBER.matcher(plans(slug));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** Whether the newest plan came after that one, and all of it is made and published. */
    boolean isReady(String slug, int after) {
        String artwork = artwork(slug);
        if (ERROR.matcher(artwork).find()) {
            throw new BenchException(slug + " was not made: " + artwork);
        }
        Matcher number = NUMBER.matcher(plans(slug));
        return is(STATE, artwork, "ready")
                && number.find()
                && Integer.parseInt(number.group(1)) > after
                && is(PLAN_STATE, plans(slug), "done");
    }

    /** Whether the whole renditions have been hashed too. */
    boolean isSettled(String slug) {
        return !UNHASHED.matcher(artwork(slug)).find();
    }

    /** How many outputs of an artwork would be encoded now. */
    int needed(String slug) {
        Matcher found = NEEDED.matcher(http.find(address(slug) + "/plan").orElse(""));
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    String artwork(String slug) {
        return http.find(address(slug)).orElse("");
    }

    private String plans(String slug) {
        return http.find(address(slug) + "/plans?limit=1").orElse("");
    }

    private static String address(String slug) {
        return "/api/artworks/" + slug;
    }

    private static boolean is(Pattern pattern, String text, String wanted) {
        Matcher found = pattern.matcher(text);
        return found.find() && found.group(1).equals(wanted);
    }
}
