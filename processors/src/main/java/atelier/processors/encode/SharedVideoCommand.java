package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Encodes one chunk of one or more video renditions of the same input, and decodes it once. Each comes out to the byte as it
 * would alone. Beside it lie samples of what went into its encoder.
 *
 * @param parts the commands that would make each alone; they differ in size and recipe
 */
record SharedVideoCommand(List<VideoCommand> parts) {
    SharedVideoCommand {
        parts = List.copyOf(parts);
    }

    /** @param outputs where each part goes, in order; in one folder */
    Command writing(List<Path> outputs) {
        return writing(outputs, VideoCommand::output, outputs);
    }

    /**
     * The same up to the encoder.
     *
     * @param pipe where its pictures go
     * @param output beside which their samples lie
     */
    Command decoding(Path pipe, Path output) {
        return writing(List.of(pipe), VideoCommand::raw, List.of(output));
    }

    /** @param besides the files beside which samples lie */
    private Command writing(List<Path> outputs, Function<VideoCommand, List<String>> coding, List<Path> besides) {
        VideoCommand first = parts.get(0);
        List<String> arguments = new ArrayList<>(VideoCommand.HEAD);
        arguments.addAll(first.device());
        arguments.addAll(first.decoding());
        arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", graph(first)));
        arguments.addAll(Fragmented.PROGRESS);
        for (int i = 0; i < parts.size(); i++) {
            arguments.addAll(List.of("-map", "[made" + i + "]"));
            arguments.addAll(coding.apply(parts.get(i)));
            arguments.add(outputs.get(i).toString());
            List<Path> samples = parts.get(i).samples().files(besides.get(i));
            for (int k = 0; k < samples.size(); k++) {
                arguments.addAll(List.of("-map", "[" + sample(i, k) + "]"));
                arguments.addAll(Samples.writing());
                arguments.add(samples.get(k).toString());
            }
        }
        return new Command(Program.FFMPEG, arguments, outputs.get(0).getParent());
    }

    private String graph(VideoCommand first) {
        String cut = "[0:" + first.input().stream() + "]" + first.cutting();
        if (parts.size() == 1) {
            return cut + "," + made(0);
        }
        List<String> cuts =
                IntStream.range(0, parts.size()).mapToObj(i -> "[cut" + i + "]").toList();
        return cut + "," + split(cuts)
                + IntStream.range(0, parts.size())
                        .mapToObj(i -> ";" + cuts.get(i) + made(i))
                        .collect(Collectors.joining());
    }

    /** A part's pictures, and the samples of them. */
    private String made(int part) {
        List<String> taken = parts.get(part).samples().taken();
        String upload = parts.get(part).upload();
        String made = "[made" + part + "]";
        List<String> ways = new ArrayList<>(List.of(upload.isEmpty() ? made : "[all" + part + "]"));
        StringBuilder samples = new StringBuilder();
        if (!upload.isEmpty()) {
            samples.append(';').append(ways.get(0)).append(upload).append(made);
        }
        for (int k = 0; k < taken.size(); k++) {
            ways.add("[all" + sample(part, k) + "]");
            samples.append(';').append(ways.get(k + 1)).append(taken.get(k));
            samples.append('[').append(sample(part, k)).append(']');
        }
        return parts.get(part).shaping() + "," + split(ways) + samples;
    }

    private static String sample(int part, int number) {
        return "sample" + part + "-" + number;
    }

    private static String split(List<String> ways) {
        return "split=" + ways.size() + String.join("", ways);
    }
}
