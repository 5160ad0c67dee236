package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sphere of 7680×3840, cut together of shots without encoding. It has few pictures a second: what is measured goes by pictures.
 *
 * @param whole of all shots
 * @param changed with the last shot exchanged
 */
record SphereFilms(Path whole, Path changed) {
    private static final String PICTURES =
            "mandelbrot=s=960x480:r=12:start_scale=%s,scale=7680:3840:flags=bicubic,noise=alls=4:allf=t,format=yuv420p";
    private static final String SOUND = "aevalsrc=0.3*sin(440*2*PI*t)|0.3*sin(550*2*PI*t):s=48000";
    private static final int SHOT = 10;

    static SphereFilms of(Path folder, Ffmpeg ffmpeg, int seconds) throws IOException {
        int shots = Math.max(2, seconds / SHOT);
        double each = seconds / (double) shots;
        List<Path> files = new ArrayList<>();
        for (int shot = 0; shot <= shots; shot++) {
            files.add(shot(Files.createDirectories(folder), ffmpeg, shot, each));
        }
        List<Path> changed = new ArrayList<>(files.subList(0, shots - 1));
        changed.add(files.get(shots));
        return new SphereFilms(
                film(folder, ffmpeg, "sphere-12-" + seconds + "s", files.subList(0, shots), seconds),
                film(folder, ffmpeg, "sphere-12-changed-" + seconds + "s", changed, seconds));
    }

    private static Path shot(Path folder, Ffmpeg ffmpeg, int number, double seconds) throws IOException {
        String pictures = String.format(Locale.ROOT, PICTURES, 3 / Math.pow(1.1, number));
        Path file = folder.resolve(String.format(Locale.ROOT, "sphere-12-shot-%d-%.1fs.mp4", number, seconds));
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", pictures, "-t", Double.toString(seconds)));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-b:v", "80M", "-maxrate", "100M"));
        arguments.addAll(List.of("-bufsize", "100M", "-g", "24", "-sc_threshold", "0", "-video_track_timescale", "12000"));
        return Sources.made(file, ffmpeg, arguments);
    }

    private static Path film(Path folder, Ffmpeg ffmpeg, String name, List<Path> shots, int seconds) throws IOException {
        Path list = folder.resolve(name + ".txt");
        Files.write(list, shots.stream().map(shot -> "file '" + shot + "'").toList());
        List<String> arguments = new ArrayList<>(List.of("-f", "concat", "-safe", "0", "-i", list.toString()));
        arguments.addAll(List.of("-f", "lavfi", "-i", SOUND, "-t", Integer.toString(seconds), "-map", "0:v", "-map", "1:a"));
        arguments.addAll(List.of("-c:v", "copy", "-c:a", "aac", "-b:a", "192k"));
        return Sources.made(folder.resolve(name + ".mp4"), ffmpeg, arguments);
    }
}
