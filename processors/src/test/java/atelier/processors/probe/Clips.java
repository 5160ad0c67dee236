package atelier.processors.probe;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes small clips with the real FFmpeg. */
record Clips(Path folder) {
    static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(30), 0, 0);

    /** @param options what to encode, after a moving test picture (input 0) and a tone (input 1), a second of each */
    Path make(String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=r=48000:d=1"));
        arguments.addAll(List.of(options));
        return run(name, arguments);
    }

    /** Copies a clip into another container, or changes what its container says. */
    Path copy(Path clip, String name, List<String> before, String... after) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
        arguments.addAll(before);
        arguments.addAll(List.of("-i", clip.toString(), "-c", "copy"));
        arguments.addAll(List.of(after));
        return run(name, arguments);
    }

    private Path run(String name, List<String> arguments) {
        Path file = folder.resolve(name);
        arguments.add(file.toString());
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
        return file;
    }
}
