package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Encodes one chunk of several video renditions of the same input, and decodes it once. Each comes out to the byte as it
 * would alone.
 *
 * @param parts the commands that would make each alone; they differ in size and recipe
 */
record SharedVideoCommand(List<VideoCommand> parts) {
    SharedVideoCommand {
        parts = List.copyOf(parts);
    }

    /** @param outputs where each part goes, in order; in one folder */
    Command writing(List<Path> outputs) {
        VideoCommand first = parts.get(0);
        if (parts.size() == 1) {
            return first.writing(outputs.get(0));
        }
        List<String> arguments = new ArrayList<>(VideoCommand.HEAD);
        arguments.addAll(first.decoding());
        arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", graph(first)));
        arguments.addAll(Fragmented.PROGRESS);
        for (int i = 0; i < parts.size(); i++) {
            arguments.addAll(List.of("-map", "[made" + i + "]"));
            arguments.addAll(parts.get(i).output());
            arguments.add(outputs.get(i).toString());
        }
        return new Command(Program.FFMPEG, arguments, outputs.get(0).getParent());
    }

    private String graph(VideoCommand first) {
        String split = "split=" + parts.size()
                + IntStream.range(0, parts.size())
                        .mapToObj(i -> "[cut" + i + "]")
                        .collect(Collectors.joining());
        String shaped = IntStream.range(0, parts.size())
                .mapToObj(i -> "[cut" + i + "]" + parts.get(i).shaping() + "[made" + i + "]")
                .collect(Collectors.joining(";"));
        return "[0:" + first.input().stream() + "]" + first.cutting() + "," + split + ";" + shaped;
    }
}
