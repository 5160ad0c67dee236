package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Encodes an input's sound, whole. It starts with the first picture and ends with the last: silence is put in where the
 * sound begins late, has gaps or ends early, and what is beyond is cut off.
 *
 * @param input the file
 * @param startMicros when the first picture is presented, in the input's time
 * @param durationMillis of the pictures, where the container says it
 * @param recipe how
 */
record AudioCommand(EncodeInput input, long startMicros, OptionalLong durationMillis, Recipe recipe) {

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(List.of("-copyts", "-i", InputOptions.input(input.file())));
        arguments.addAll(List.of("-map", "0:" + input.stream(), "-vn", "-sn", "-dn"));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-filter_threads", "1", "-af", filters(), "-c:a", "aac"));
        arguments.addAll(List.of("-b:a", recipe.maxrate() + "k", "-ac", Integer.toString(recipe.channels())));
        arguments.addAll(List.of("-threads", "1", "-flags:a", "+bitexact"));
        arguments.addAll(Fragmented.audio());
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    private String filters() {
        List<String> filters = new ArrayList<>();
        filters.add("asetpts=PTS-(" + seconds(startMicros / 1e6) + ")/TB");
        filters.add("aresample=" + recipe.sampleRate() + ":async=1:first_pts=0");
        durationMillis.ifPresent(millis -> {
            filters.add("apad=whole_dur=" + seconds(millis / 1e3));
            filters.add("atrim=end=" + seconds(millis / 1e3));
        });
        filters.add("asetpts=N/SR/TB");
        return String.join(",", filters);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
