package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Films that are cut together, without encoding, of shots of 10 s that were encoded once each: so an edit leaves all other
 * pictures the same to the bit, as an editor's smart render does. What was made is kept.
 */
final class Shots {
    static final int SECONDS = 10;

    /** A piece of a zoom into the Mandelbrot set under film grain, another one for each number. */
    private static final String PICTURES =
            "mandelbrot=s=640x360:r=25:start_scale=%s,scale=1280:720:flags=bicubic,noise=alls=4:allf=t:all_seed=%d,format=yuv420p";

    private static final String SOUND = "aevalsrc=0.3*sin(440*2*PI*t)+0.05*sin(3*t)|0.3*sin(550*2*PI*t):s=48000";

    /** Slides: 4K in motion would take longer than all the rest. */
    private static final String SLIDES =
            "testsrc2=s=1280x720:r=1/2,noise=alls=8:all_seed=7,scale=3840:2160:flags=neighbor,fps=25,format=yuv420p";

    /** More than a rendition may have, so that none is cut out of it without encoding. */
    private static final List<String> LONG_GOP =
            List.of("-c:v", "libx264", "-preset", "superfast", "-crf", "21", "-g", "50", "-sc_threshold", "0");
    private static final List<String> ALL_INTRA =
            List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "24", "-g", "1");

    private final Path folder;
    private final Ffmpeg ffmpeg;

    Shots(Path folder, Ffmpeg ffmpeg) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.ffmpeg = ffmpeg;
    }

    /**
     * A film with sound.
     *
     * @param shots the shots' numbers, in order
     * @param allIntra whether each frame is a key frame; otherwise every fiftieth
     */
    Path film(String name, List<Integer> shots, boolean allIntra) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int shot : shots) {
            lines.add("file '" + shot(shot, allIntra) + "'");
        }
        Path list = Files.write(folder.resolve(named(name, lines) + ".txt"), lines);
        int seconds = shots.size() * SECONDS;
        List<String> arguments = new ArrayList<>(List.of("-f", "concat", "-safe", "0", "-i", list.toString()));
        arguments.addAll(List.of("-i", sound(seconds).toString(), "-map", "0:v", "-map", "1:a", "-c", "copy"));
        return made(name + "-" + seconds + "s.mp4", arguments);
    }

    /** The same film with another title in its header. */
    Path titled(Path film) throws IOException {
        return made(
                "titled.mp4",
                List.of("-i", film.toString(), "-map", "0", "-c", "copy", "-metadata", "title=Another title"));
    }

    /** The same film in a Matroska container. */
    Path remuxed(Path film) throws IOException {
        return made("remuxed.mkv", List.of("-i", film.toString(), "-map", "0", "-c", "copy"));
    }

    /** Something of that length in 4K. */
    Path slides(int seconds) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", SLIDES, "-t", Integer.toString(seconds)));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "24", "-g", "50"));
        return made("slides-" + seconds + "s.mp4", arguments);
    }

    private Path shot(int number, boolean allIntra) throws IOException {
        String scale = Double.toString(3 / Math.pow(1.03, number % 100));
        String pictures = String.format(java.util.Locale.ROOT, PICTURES, scale, number + 1);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", pictures));
        arguments.addAll(List.of("-t", Integer.toString(SECONDS)));
        arguments.addAll(allIntra ? ALL_INTRA : LONG_GOP);
        return made((allIntra ? "intra-" : "long-") + number + ".mp4", arguments);
    }

    private Path sound(int seconds) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", SOUND));
        arguments.addAll(List.of("-t", Integer.toString(seconds), "-c:a", "aac", "-b:a", "192k"));
        return made("sound-" + seconds + "s.m4a", arguments);
    }

    private Path made(String name, List<String> arguments) throws IOException {
        int dot = name.lastIndexOf('.');
        Path file = folder.resolve(named(name.substring(0, dot), arguments) + name.substring(dot));
        if (Files.notExists(file)) {
            System.err.println("Making " + name + ", which is kept for the next time.");
            Path part = folder.resolve("part-" + file.getFileName());
            List<String> call = new ArrayList<>(arguments);
            call.add(part.toString());
            ffmpeg.run(folder, call);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** What is made in another way has another name. */
    private static String named(String name, List<String> how) {
        return name + "-" + Integer.toHexString(how.hashCode());
    }
}
