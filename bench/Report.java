package bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The tables, in Markdown. With several runs each figure is a median, with its smallest and largest. */
final class Report {
    private static final double MOST_CPU = 1.0;
    private static final double MOST_SECONDS = 5.0;

    private final Ffmpeg ffmpeg;
    private final List<Run> runs;

    Report(Ffmpeg ffmpeg, List<Run> runs) {
        this.ffmpeg = ffmpeg;
        this.runs = List.copyOf(runs);
    }

    void print() throws IOException {
        line("## One minute of 1080p to HD, SD and sound");
        line("");
        line("FFmpeg %s, %d cores, %s.", ffmpeg.describe(), Runtime.getRuntime().availableProcessors(), times());
        line("");
        line("| by | FFmpeg's CPU (s) | whole CPU (s) | CPU ÷ one process | wall (s) | wall ÷ one process | made (MB) | CPU of others (s) |");
        line("|---|---|---|---|---|---|---|---|");
        row("Atelier", Run::atelier);
        row("Atelier, while somebody watches", run -> run.viewing().usage());
        row("one hand-written process", Run::together);
        row("one hand-written process for each rendition", Run::apart);
        line("");
        line("Atelier's own: JVM %s s, MariaDB %s s of CPU. The viewer waited %s s after the first picture.",
                spread(run -> run.atelier().jvm(), 1),
                spread(run -> run.atelier().database(), 1),
                spread(run -> run.viewing().waited(), 1));
        line("");
        line("| goal | measured | holds |");
        line("|---|---|---|");
        goal("FFmpeg's CPU ≤ 1.0 × the hand-written process", Report::ffmpegRatio, MOST_CPU);
        goal("Whole CPU ≤ 1.0 × the hand-written process", run -> ratio(run, run.atelier()), MOST_CPU);
        goal("One minute: first playable ≤ 5 s after the copy", run -> run.viewing().first(), MOST_SECONDS);
        goal("Ten minutes: first playable ≤ 5 s after the copy", Run::firstOfTenMinutes, MOST_SECONDS);
    }

    private void row(String name, java.util.function.Function<Run, Usage> usage) {
        line("| %s | %s | %s | %s | %s | %s | %s | %s |",
                name,
                spread(run -> usage.apply(run).ffmpeg(), 1),
                spread(run -> usage.apply(run).cpu(), 1),
                spread(run -> ratio(run, usage.apply(run)), 2),
                spread(run -> usage.apply(run).wall(), 1),
                spread(run -> usage.apply(run).wall() / run.together().wall(), 2),
                spread(run -> usage.apply(run).bytes() / 1e6, 1),
                spread(run -> usage.apply(run).others(), 0));
    }

    private void goal(String name, ToDoubleFunction<Run> value, double most) {
        line("| %s | %s | %s |", name, spread(value, 2), median(sorted(value)) <= most ? "yes" : "**no**");
    }

    private static double ffmpegRatio(Run run) {
        return run.atelier().ffmpeg() / run.together().ffmpeg();
    }

    private static double ratio(Run run, Usage usage) {
        return usage.cpu() / run.together().cpu();
    }

    private String times() {
        return runs.size() == 1 ? "one run" : runs.size() + " runs: median (smallest–largest)";
    }

    private String spread(ToDoubleFunction<Run> value, int digits) {
        double[] sorted = sorted(value);
        String format = "%." + digits + "f";
        String middle = String.format(Locale.ROOT, format, median(sorted));
        return sorted.length == 1
                ? middle
                : String.format(
                        Locale.ROOT, "%s (" + format + "–" + format + ")", middle, sorted[0], sorted[sorted.length - 1]);
    }

    private double[] sorted(ToDoubleFunction<Run> value) {
        return runs.stream().mapToDouble(value).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static void line(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
