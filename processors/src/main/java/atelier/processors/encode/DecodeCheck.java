package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the key frames of what was encoded, as a player would find them: init segment and segments, joined. */
public final class DecodeCheck {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);

    /** Decoders of AV1 do not know how to skip: what is behind the first pictures, which FFmpeg reads ahead, does not reach them. */
    private static final List<String> KEY_FRAMES = List.of("-skip_frame", "nokey", "-discard:v", "nokey");

    private final Programs programs;

    public DecodeCheck(Programs programs) {
        this.programs = programs;
    }

    /**
     * A file that is decoded.
     *
     * @param joined as a player finds it
     * @param samples of its pictures, which are written beside it
     */
    record Encoded(Path joined, Optional<Samples> samples) {}

    /**
     * Decodes the key frames of one or more files in one process: starting it costs more than a chunk's key frames do.
     *
     * @param sheet small pictures that are made on the way
     * @return the CPU time that it took
     * @throws OutputCheckException if a key frame of one of them cannot be decoded
     */
    Duration decodes(List<Encoded> files, Path directory, Optional<SheetOutput> sheet) {
        try {
            return programs.run(command(files, directory, sheet), LIMITS, line -> {})
                    .cpu();
        } catch (ProgramException e) {
            if (e.cause() == ProgramException.Cause.FAILED) {
                throw new OutputCheckException("What was encoded cannot be decoded: " + e.getMessage());
            }
            throw e;
        }
    }

    /** Writes a file as a player puts it together. */
    static Path join(Path init, List<Path> segments, Path joined) throws IOException {
        try (OutputStream out = Files.newOutputStream(joined)) {
            Files.copy(init, out);
            for (Path segment : segments) {
                Files.copy(segment, out);
            }
        }
        return joined;
    }

    private static Command command(List<Encoded> files, Path directory, Optional<SheetOutput> sheet) {
        List<String> arguments =
                new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error", "-benchmark", "-xerror"));
        for (Encoded file : files) {
            arguments.addAll(KEY_FRAMES);
            arguments.addAll(reading(file.joined()));
        }
        List<SampleOutput> samples = samples(files);
        samples.forEach(each -> arguments.addAll(each.reading()));
        for (int input = 0; input < files.size(); input++) {
            arguments.addAll(List.of("-map", input + ":v"));
        }
        arguments.addAll(List.of("-fps_mode", "passthrough", "-progress", "pipe:1", "-nostats", "-f", "null", "-"));
        sheet.ifPresent(each -> arguments.addAll(each.arguments()));
        samples.forEach(each -> arguments.addAll(each.arguments()));
        return new Command(Program.FFMPEG, arguments, directory);
    }

    static List<String> reading(Path file) {
        return List.of("-threads", "1", "-protocol_whitelist", "file", "-i", file.toString());
    }

    private static List<SampleOutput> samples(List<Encoded> files) {
        List<SampleOutput> samples = new ArrayList<>();
        int inputs = files.size();
        for (int input = 0; input < files.size(); input++) {
            Encoded file = files.get(input);
            if (file.samples().isPresent()) {
                samples.add(new SampleOutput(file.joined(), file.samples().get(), input, inputs));
                inputs += file.samples().get().predicted().isPresent() ? 1 : 0;
            }
        }
        return samples;
    }
}
