package atelier.processors.probe;

import atelier.processors.ffmpeg.Program;
import atelier.processors.index.Ratio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether interlaced video of 29.97 pictures a second is film of 23.976 (telecined, by 3:2 pull-down). No container says so: some pictures
 * at three places are decoded.
 */
record FilmSearch(PictureLook looking) {
    private static final double RATE = 30_000 / 1001.0;
    private static final double ROUNDED = 0.05;
    private static final int PICTURES = 40;

    /** Where it is looked, in parts of the film's length: titles and credits are often video. */
    private static final List<Double> PLACES = List.of(0.25, 0.5, 0.75);

    /** Shorter films are looked at from their beginning. */
    private static final double SHORT = 8;

    /** The same file, with its fields said to be film where they are; all of it must be, since a fifth of the pictures is left out. */
    MediaInfo look(Path file, MediaInfo media) {
        if (!mayBe(media.video())) {
            return media;
        }
        List<FieldPattern> told = places(media).stream()
                .map(seconds -> pattern(file, media, seconds))
                .filter(FieldPattern::isTold)
                .toList();
        if (told.isEmpty() || !told.stream().allMatch(FieldPattern::isFilm)) {
            return media;
        }
        boolean top = told.stream().filter(FieldPattern::isTopFirst).count() * 2 >= told.size();
        return media.scanned(top ? VideoStream.FILM_TOP_FIRST : VideoStream.FILM_BOTTOM_FIRST);
    }

    private static boolean mayBe(VideoStream video) {
        return video.fieldOrder().filter(order -> !order.equals("progressive")).isPresent()
                && video.timing().declaredRates().stream()
                        .mapToDouble(Ratio::value)
                        .anyMatch(rate -> Math.abs(rate - RATE) < ROUNDED);
    }

    private static List<Double> places(MediaInfo media) {
        double seconds = media.durationMicros().orElse(0) / 1e6;
        return seconds < SHORT
                ? List.of(0.0)
                : PLACES.stream().map(place -> place * seconds).toList();
    }

    private FieldPattern pattern(Path file, MediaInfo media, double seconds) {
        FieldPattern pattern = new FieldPattern();
        looking.at(file, Program.FFMPEG, arguments(file, media.video().index(), seconds), pattern::accept);
        return pattern;
    }

    private static List<String> arguments(Path file, int stream, double seconds) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error", "-threads", "1"));
        arguments.addAll(InputOptions.beforeInput());
        if (seconds > 0) {
            arguments.addAll(List.of("-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.3f", seconds)));
        }
        arguments.addAll(List.of("-i", InputOptions.input(file), "-map", "0:" + stream));
        arguments.addAll(List.of("-frames:v", Integer.toString(PICTURES), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-filter_threads", "1", "-vf", "idet,metadata=mode=print:file=-"));
        arguments.addAll(List.of("-progress", "pipe:1", "-nostats", "-f", "null", "-"));
        return arguments;
    }
}
