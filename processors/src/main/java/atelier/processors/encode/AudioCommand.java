package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Encodes an input's sound.
 *
 * @param input the file
 * @param part what of it
 * @param recipe how
 * @param filter what makes of ambisonic sound what the recipe wants, where it is that
 */
record AudioCommand(EncodeInput input, SoundPart part, Recipe recipe, Optional<String> filter) {

    /** What lies between the channels of ambisonics is where a sound comes from: none is coded as noise, or as a share of another. */
    private static final List<String> ALIKE = List.of("-aac_is", "0", "-aac_pns", "0");

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(part.before());
        arguments.addAll(List.of("-copyts", "-i", InputOptions.input(input.file())));
        arguments.addAll(List.of("-map", "0:" + input.stream(), "-vn", "-sn", "-dn"));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-filter_threads", "1"));
        List<String> filters = new ArrayList<>(part.filters(recipe.sampleRate()));
        filter.ifPresent(filters::add);
        arguments.addAll(List.of("-af", String.join(",", filters), "-c:a", "aac"));
        arguments.addAll(List.of("-b:a", recipe.maxrate() + "k"));
        arguments.addAll(recipe.ambisonic() ? ALIKE : List.of("-ac", Integer.toString(recipe.channels())));
        arguments.addAll(List.of("-threads", "1", "-flags:a", "+bitexact"));
        arguments.addAll(Fragmented.audio());
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }
}
