package bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param root the repository
 * @param runs how often everything is measured
 * @param ffmpeg {@code path}: as Atelier finds it; {@code bundled}: its own; else the folder of one
 * @param launcher the command that starts Atelier; its settings are added
 */
record Options(Path root, int runs, String ffmpeg, List<String> launcher) {

    static Options of(String[] arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Path root = Path.of(left.pop());
        int runs = 1;
        String ffmpeg = "path";
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--runs" -> runs = Integer.parseInt(value(option, left));
                case "--ffmpeg" -> ffmpeg = value(option, left);
                case "--" -> {
                    return new Options(root, Math.max(1, runs), ffmpeg, List.copyOf(left));
                }
                default -> throw new BenchException("There is no option " + option + "; bin/bench --help lists them.");
            }
        }
        throw new BenchException("It is not known how Atelier is started: call bin/bench.");
    }

    /** Takes an option of one benchmark alone out of the arguments. */
    static int number(List<String> arguments, String option, int otherwise) {
        int at = arguments.indexOf(option);
        if (at < 0 || at > arguments.indexOf("--")) {
            return otherwise;
        }
        arguments.remove(at);
        return Integer.parseInt(arguments.remove(at));
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().equals("--")) {
            throw new BenchException("Option " + option + " lacks its value.");
        }
        return left.pop();
    }
}
