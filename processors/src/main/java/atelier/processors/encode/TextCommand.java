package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the subtitles out of a film, as WebVTT with the times of the file.
 *
 * @param input the file, and the stream of the subtitles
 */
record TextCommand(EncodeInput input) {

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(input.options());
        // What a film shows of itself need not be read: subtitles are a small part of it.
        arguments.addAll(List.of("-copyts", "-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-vn", "-an", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-avoid_negative_ts", "disabled", "-c:s", "webvtt", "-f", "webvtt"));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }
}
