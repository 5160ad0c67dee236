package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small films, each another one: with and without sound, of several rates and sizes. Kept under {@code target/}. */
final class ChaosFilms {
    private static final List<String> RATES = List.of("25", "30000/1001", "24");
    private static final List<String> SIZES = List.of("640x360", "480x480", "400x300");

    private ChaosFilms() {}

    static Path film(Path folder, int number) throws IOException {
        Path film = Files.createDirectories(folder).resolve("film-2-" + number + ".mp4");
        if (Files.notExists(film)) {
            Path part = folder.resolve("part-" + film.getFileName());
            List<String> call = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-y"));
            call.addAll(List.of("-f", "lavfi", "-i", pictures(number)));
            if (number % 3 != 2) {
                call.addAll(List.of("-f", "lavfi", "-i", "sine=f=" + (200 + 10 * number) + ":r=48000", "-c:a", "aac"));
            }
            call.addAll(List.of("-t", Integer.toString(8 + 2 * (number % 4)), "-g", "48"));
            // Nothing that could be cut into segments as it is: all is to be encoded.
            call.addAll(
                    number % 3 == 2
                            ? List.of("-c:v", "mpeg4", "-q:v", "2")
                            : List.of("-c:v", "libx264", "-preset", "superfast", "-crf", "6"));
            call.addAll(List.of("-pix_fmt", "yuv420p", part.toString()));
            Tool.lines(call.toArray(String[]::new));
            Files.move(part, film, StandardCopyOption.ATOMIC_MOVE);
        }
        return film;
    }

    private static String pictures(int number) {
        return String.format(
                Locale.ROOT,
                "mandelbrot=s=%s:r=%s:start_scale=%.3f,noise=alls=3:allf=t:all_seed=%d",
                SIZES.get(number % 3),
                RATES.get(number / 3 % 3),
                3 / Math.pow(1.07, number % 40),
                number + 1);
    }
}
