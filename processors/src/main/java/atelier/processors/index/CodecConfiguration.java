package atelier.processors.index;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what a decoder is told before the first packet: it takes part in every chunk's fingerprint. */
final class CodecConfiguration {
    private final Programs programs;
    private final Limits limits;
    private final List<String> inputOptions;

    CodecConfiguration(Programs programs, Limits limits, List<String> inputOptions) {
        this.programs = programs;
        this.limits = limits;
        this.inputOptions = List.copyOf(inputOptions);
    }

    /** SHA-256 of the stream's configuration, in hexadecimal; empty where it is in the packets. */
    String of(Path file, int stream, Path directory) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        arguments.addAll(inputOptions);
        arguments.addAll(List.of("-show_entries", "stream=index,extradata_hash", "-show_data_hash", "sha256"));
        arguments.addAll(List.of("-of", "compact", "-i", "file:" + file.toAbsolutePath()));
        StringBuilder found = new StringBuilder();
        programs.run(new Command(Program.FFPROBE, arguments, directory), limits, line -> {
            ProbeLine parsed = ProbeLine.parse(line);
            if (parsed.section().equals("stream") && parsed.text("index").equals(Integer.toString(stream))) {
                String hash = parsed.text("extradata_hash");
                found.append(hash.substring(hash.indexOf(':') + 1));
            }
        });
        return found.toString();
    }
}
