package atelier.routes.pipeline;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Makes clips with FFmpeg's own sources, once for all runs (and JVMs at once): a clip's name has a hash of how it is made. */
final class ClipFiles {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);

    private final Programs programs;
    private final Path folder;

    ClipFiles(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** The file of a clip. */
    synchronized Path of(Clip clip) {
        return of(clip.name().toLowerCase(java.util.Locale.ROOT), clip.extension(), clip.how());
    }

    /**
     * A file that is made in steps.
     *
     * @param how arguments of one call of FFmpeg each; {@code OUT} stands for what is made, {@code IN} for what the step
     *     before made. Or {@code RENAME} and pairs of names of boxes, for tracks that FFmpeg reads and does not write
     */
    synchronized Path of(String name, String extension, List<String> how) {
        Path made = folder.resolve(name + "-" + Integer.toHexString(how.hashCode()) + "." + extension);
        if (Files.exists(made)) {
            return made;
        }
        try {
            Files.createDirectories(folder);
            Path steps = Files.createTempDirectory(folder, "steps-");
            Path before = folder;
            for (int step = 0; step < how.size(); step++) {
                boolean last = step == how.size() - 1;
                Path out = steps.resolve(step + "-" + name + "." + (last ? extension : "mp4"));
                make(how.get(step), before, out);
                before = out;
            }
            Files.move(before, made, StandardCopyOption.ATOMIC_MOVE);
            FileSystemUtils.deleteRecursively(steps);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(String how, Path in, Path out) throws IOException {
        String[] words = how.split(" ");
        if (!words[0].equals("RENAME")) {
            run(how, in, out);
            return;
        }
        String content = Files.readString(in, StandardCharsets.ISO_8859_1);
        for (int i = 1; i < words.length; i += 2) {
            content = content.replace(words[i], words[i + 1]);
        }
        Files.writeString(out, content, StandardCharsets.ISO_8859_1);
    }

    private void run(String how, Path in, Path out) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error", "-y"));
        Arrays.stream(how.split(" "))
                .map(word -> word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word)
                .forEach(arguments::add);
        programs.run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
    }
}
