package atelier.processors.ffmpeg;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command as one line that can be pasted into a shell. */
public final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellText() {}

    /** The command with its folder and its programs' true paths. */
    public static String of(Command command, FfmpegInstallation installation) {
        Stream<String> libraries =
                installation.libraries().stream().map(folder -> "LD_LIBRARY_PATH=" + quoted(folder.toString()));
        Stream<String> call = Stream.concat(
                        Stream.of(installation.executable(command.program()).toString()), command.arguments().stream())
                .map(ShellText::quoted);
        String line = Stream.concat(libraries, call).collect(Collectors.joining(" "));
        return "cd " + quoted(command.directory().toString()) + " && " + line;
    }

    /** The command with its folder, and its program by name: for a machine that has it on its path. */
    static String of(Command command) {
        Stream<String> call = Stream.concat(Stream.of(command.program().executable()), command.arguments().stream());
        return "cd " + quoted(command.directory().toString()) + " && "
                + call.map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    /** One word, in quotes where a shell would otherwise read more into it. */
    static String quoted(String word) {
        if (word.chars().anyMatch(Character::isISOControl)) {
            return "$'" + word.chars().mapToObj(ShellText::escaped).collect(Collectors.joining()) + "'";
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String escaped(int character) {
        if (Character.isISOControl(character)) {
            return String.format("\\u%04x", character);
        }
        String text = Character.toString(character);
        return List.of("'", "\\").contains(text) ? "\\" + text : text;
    }
}
