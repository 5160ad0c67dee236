package atelier.processors.encode;

import atelier.processors.catalog.StreamInfo;
import atelier.processors.hls.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts the first picture of each segment of a chunk on one sheet, where key frames are decoded anyway: each of them is one.
 *
 * @param input which of the call's inputs the chunk is
 * @param starts when segments start, in seconds from the chunk's beginning
 * @param sheet how the pictures lie on it
 * @param file where it goes
 */
record SheetOutput(int input, List<Double> starts, Sheet sheet, Path file) {
    /** Less than any frame lasts, and more than times are rounded by. */
    private static final double NEAR = 0.004;

    SheetOutput {
        starts = List.copyOf(starts);
    }

    /**
     * The sheet of a chunk.
     *
     * @param durations of its segments, in ticks
     * @param info what its init segment says
     */
    static SheetOutput of(int input, List<Long> durations, StreamInfo info, Path file) {
        List<Double> starts = new ArrayList<>();
        long at = 0;
        for (long each : durations) {
            starts.add((double) at / info.timescale());
            at += each;
        }
        return new SheetOutput(input, starts, Sheet.of(info.width(), info.height(), starts.size()), file);
    }

    /** What stands for it behind the call's inputs. */
    List<String> arguments() {
        return List.of(
                "-map",
                input + ":v",
                "-vf",
                filters(),
                "-frames:v",
                "1",
                "-update",
                "1",
                "-c:v",
                "mjpeg",
                "-q:v",
                "6",
                "-f",
                "image2",
                file.toString());
    }

    private String filters() {
        String wanted = starts.stream()
                .map(at -> String.format(Locale.ROOT, "between(t-start_t,%.4f,%.4f)", at - NEAR, at + NEAR))
                .collect(Collectors.joining("+"));
        return String.join(
                ",",
                "select='" + wanted + "'",
                "scale=" + sheet.tileWidth() + ":" + sheet.tileHeight() + ":flags=bicubic:out_range=full",
                "setsar=1",
                "format=yuvj420p",
                "tile=" + sheet.columns() + "x" + sheet.rows());
    }
}
