package atelier.processors.ingest;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An artwork's name: its path below the inbox without the extension, {@code mila/sunset}.
 *
 * <p>Normalised, so that one name has one spelling: Unicode NFC (macOS delivers NFD) and no white space around a part.
 * Letter case matters. A leading dash is allowed: paths are handed to programs absolute, so it never reads as an option.
 *
 * @param value parts separated by {@code /}; at most 700 characters, each part at most 200 bytes of UTF-8
 */
public record Slug(String value) {
    private static final int MOST_CHARACTERS = 700;
    private static final int MOST_BYTES_IN_A_PART = 200;

    /** @throws InvalidSlugException if the name breaks a rule */
    public Slug {
        value = normalised(value);
        String[] parts = value.split("/", -1);
        for (String part : parts) {
            check(part);
        }
        if (value.codePointCount(0, value.length()) > MOST_CHARACTERS) {
            throw invalid(
                    "The name and its folders are longer than " + MOST_CHARACTERS + " characters.",
                    "Shorten the name of the file or of its folders.");
        }
    }

    /** The last part: what the artwork is called until somebody gives it a title. */
    public String title() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String normalised(String name) {
        return Arrays.stream(Normalizer.normalize(name, Normalizer.Form.NFC).split("/", -1))
                .map(String::strip)
                .collect(Collectors.joining("/"));
    }

    private static void check(String part) {
        if (part.isEmpty()) {
            throw invalid("A part of the name is empty.", "Give the file and each of its folders a name.");
        }
        if (part.startsWith(".")) {
            throw invalid(
                    "\"" + printable(part) + "\" begins with a dot.",
                    "Rename it so that it begins with a letter or digit.");
        }
        if (part.codePoints().anyMatch(Slug::isForbidden)) {
            throw invalid(
                    "\"" + printable(part) + "\" has a character that a name cannot have"
                            + " (a line break or control character, a backslash, or one that is not valid Unicode).",
                    "Rename it with letters, digits, spaces, dashes and the like.");
        }
        checkLength(part);
    }

    private static void checkLength(String part) {
        int bytes = part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES_IN_A_PART) {
            throw invalid(
                    "\"" + printable(part.substring(0, 30)) + "…\" is " + bytes + " bytes long, more than "
                            + MOST_BYTES_IN_A_PART + ".",
                    "Shorten it to " + MOST_BYTES_IN_A_PART
                            + " bytes: as many plain letters, or half as many accented ones.");
        }
    }

    /** Characters that break lines, logs, listings or the direction of writing, or that stand for undecodable bytes. */
    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> c == '\\' || c == 0xFFFD || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        };
    }

    /** The text with everything that must not reach a log or a note shown as a question mark. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> isForbidden(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static InvalidSlugException invalid(String problem, String remedy) {
        return new InvalidSlugException(new Rejection(problem, remedy));
    }
}
