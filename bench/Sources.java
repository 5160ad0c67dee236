package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The films that are encoded, made with FFmpeg's own sources and kept under {@code target/}: making them takes longer than
 * encoding them.
 *
 * @param minute one minute of 1080p at 30 frames a second with stereo sound, some 30 Mb/s, key frames every 2 s
 * @param watched the same, with another codec configuration
 * @param tenMinutes the same ten times over, with another codec configuration: nothing that was made of the minute fits it
 * @param warmUp a few seconds of something else
 */
record Sources(Path minute, Path watched, Path tenMinutes, Path warmUp) {
    static final int SECONDS = 60;
    static final int FRAMES_A_SECOND = 30;
    private static final int LOOPS = 10;

    /**
     * A zoom into the Mandelbrot set under film grain. It costs the encoders as much as filmed traffic and animation of that
     * size did; a test card costs less.
     */
    private static final String PICTURES =
            "mandelbrot=s=960x540:r=30,scale=1920:1080:flags=bicubic,noise=alls=4:allf=t,format=yuv420p";

    private static final String SOUND = "aevalsrc=0.3*sin(440*2*PI*t)+0.05*random(0)|0.3*sin(550*2*PI*t)+0.05*random(1):s=48000";

    /** The same pictures in 4K, so many seconds of them. */
    static Path large(Path folder, Ffmpeg ffmpeg, int seconds) throws IOException {
        return large(folder.resolve("4k-" + seconds + "s-1.mp4"), ffmpeg, PICTURES, seconds);
    }

    /** Those without their grain: hardly anything but edges. */
    static Path smooth(Path folder, Ffmpeg ffmpeg, int seconds) throws IOException {
        String pictures = PICTURES.replace("noise=alls=4:allf=t,", "");
        return large(folder.resolve("4k-smooth-" + seconds + "s-1.mp4"), ffmpeg, pictures, seconds);
    }

    private static Path large(Path file, Ffmpeg ffmpeg, String pictures, int seconds) throws IOException {
        String large = pictures.replace("960x540", "1920x1080").replace("1920:1080", "3840:2160");
        Files.createDirectories(file.getParent());
        return made(file, ffmpeg, film(large, seconds));
    }

    static Sources in(Path folder, Ffmpeg ffmpeg) throws IOException {
        Path base = Files.createDirectories(folder);
        Path minute = made(base.resolve("minute-1.mp4"), ffmpeg, film(PICTURES, SECONDS));
        Path other = made(base.resolve("minute-2.mp4"), ffmpeg, ofLevel("5.1", minute));
        Path watched = made(base.resolve("minute-3.mp4"), ffmpeg, ofLevel("5.2", minute));
        String loops = Integer.toString(LOOPS - 1);
        Path ten = made(
                base.resolve("ten-minutes-2.mp4"),
                ffmpeg,
                List.of("-stream_loop", loops, "-i", other.toString(), "-c", "copy"));
        Path warmUp = made(base.resolve("warm-up-1.mp4"), ffmpeg, film("testsrc2=s=1280x720:r=30,format=yuv420p", 15));
        return new Sources(minute, watched, ten, warmUp);
    }

    private static List<String> ofLevel(String level, Path film) {
        return List.of("-i", film.toString(), "-c", "copy", "-bsf:v", "h264_metadata=level=" + level);
    }

    private static List<String> film(String pictures, int seconds) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", pictures, "-f", "lavfi", "-i", SOUND));
        arguments.addAll(List.of("-t", Integer.toString(seconds), "-c:v", "libx264", "-preset", "superfast"));
        arguments.addAll(List.of("-b:v", "30M", "-maxrate", "40M", "-bufsize", "40M", "-g", "60", "-sc_threshold", "0"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "192k"));
        return arguments;
    }

    /** A film that is made where it is not there yet. */
    static Path made(Path file, Ffmpeg ffmpeg, List<String> arguments) throws IOException {
        if (Files.notExists(file)) {
            System.err.println("Making " + file.getFileName() + ", which is kept for the next time.");
            Path part = file.resolveSibling("part-" + file.getFileName());
            List<String> call = new ArrayList<>(arguments);
            call.addAll(List.of("-movflags", "+faststart", part.toString()));
            ffmpeg.run(file.getParent(), call);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
