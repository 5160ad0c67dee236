package bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Atelier says of its artworks. */
final class Library {
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final Pattern PLAN_STATE = Pattern.compile("\"plans\":\\[\\{[^}]*\"state\":\"(\\w+)\"");
    private static final Pattern STATE = Pattern.compile("^\\{[^{]*\"state\":\"(\\w+)\"");
    private static final Pattern ERROR = Pattern.compile("\"error\":\"");
    /** A poster is no stream and has no hash. */
    private static final Pattern UNHASHED = Pattern.compile("\"(?!TN\")\\w+\":\\{[^{}]*\"sha256\":null");

    private static final Pattern BATCH = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern RUNNING = Pattern.compile("\"state\":\"running\"");
    private static final Pattern NEEDED = Pattern.compile("\"needed\":(\\d+)");

    private static final int BETWEEN_MILLIS = 50;

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
        if (!is(STATE, artwork, "ready")) {
            return false;
        }
        String plans = plans(slug);
        Matcher number = NUMBER.matcher(plans);
        return number.find() && Integer.parseInt(number.group(1)) > after && is(PLAN_STATE, plans, "done");
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

    /** Lets Atelier look over the library, until it has planned what is to be made. What it found. */
    String batch(long patience) {
        Matcher begun = BATCH.matcher(call("POST", "/api/batch"));
        if (!begun.find()) {
            throw new BenchException("Atelier began no batch.");
        }
        String address = "/api/batch/" + begun.group(1);
        Waiting.until(patience, BETWEEN_MILLIS, () -> !RUNNING.matcher(call("GET", address)).find());
        return call("GET", address);
    }

    /** Asks for something that must succeed. */
    String call(String method, String path) {
        return http.call(method, path)
                .orElseThrow(() -> new BenchException(method + " " + path + " did not succeed."));
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
