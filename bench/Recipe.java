package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Atelier's own {@code renditions.yml} says of a rendition, so that the hand-written command does the same work.
 *
 * @param line the fields as they stand there
 */
record Recipe(String line) {

    static Recipe of(Path root, String rendition) {
        Path file = root.resolve("config/src/main/resources/renditions.yml");
        try {
            Matcher found = Pattern.compile("(?m)^ +" + rendition + ": \\{(.*)}").matcher(Files.readString(file));
            if (!found.find()) {
                throw new BenchException("There is no recipe for " + rendition + " in " + file + ".");
            }
            return new Recipe(found.group(1));
        } catch (IOException e) {
            throw new BenchException(file + " cannot be read.", e);
        }
    }

    String text(String field) {
        Matcher found = Pattern.compile("\\b" + field + ": ([^,}\\s]+)").matcher(line);
        if (!found.find()) {
            throw new BenchException("A recipe lacks " + field + ": " + line);
        }
        return found.group(1);
    }

    int number(String field) {
        return Integer.parseInt(text(field));
    }

    /** Whether it is H.265; else H.264. */
    boolean isHevc() {
        return text("codec").equals("hevc");
    }
}
