package bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of cases and the table of goals, in Markdown. */
final class IncrementalReport {
    private static final double MOST_SECONDS = 2;
    private static final double MOST_CPU = 2;
    private static final int MOST_CHUNKS = 3;

    private final String ffmpeg;
    private final String other;
    private final int seconds;
    private final List<Step> steps;
    private final boolean repaired;
    private final Map<String, Step> byName;

    /**
     * @param ffmpeg its version
     * @param other that of the FFmpeg after the upgrade
     * @param repaired whether the corrupted segment was made anew
     */
    IncrementalReport(String ffmpeg, String other, int seconds, List<Step> steps, boolean repaired) {
        this.ffmpeg = ffmpeg;
        this.other = other;
        this.seconds = seconds;
        this.steps = List.copyOf(steps);
        this.repaired = repaired;
        this.byName = steps.stream().collect(Collectors.toMap(Step::name, Function.identity()));
    }

    void print() {
        line("## What a change costs");
        line("");
        line(
                "%d s of 1280×720 at 25 frames a second, FFmpeg %s; upgraded to %s; %d cores, one run.",
                seconds, ffmpeg, other, Runtime.getRuntime().availableProcessors());
        line("");
        line("| case | chunks encoded | chunks reused | CPU (s) | wall (s) | CPU ÷ first full run |");
        line("|---|---|---|---|---|---|");
        steps.forEach(this::row);
        line("");
        line("| goal | allowed | measured | holds |");
        line("|---|---|---|---|");
        List.of(Cases.AGAIN, Cases.RENAMED, Cases.TITLED, Cases.REMUXED).forEach(this::nothing);
        changed(Cases.CHANGED, Cases.FULL);
        changed(Cases.INTRA_CHANGED, Cases.INTRA);
        inserted();
        recipe();
        encoded(Cases.REMOVED, 0);
        encoded(Cases.RECIPE_BACK, 0);
        damaged();
        encoded(Cases.UPGRADED, 0);
        encoded(Cases.UPGRADED_DELIVERY, 0);
    }

    private void row(Step step) {
        Step full = of(step.name().contains("all-intra") ? Cases.INTRA : Cases.FULL);
        line(
                "| %s | %s | %d | %.1f | %.1f | %.3f |",
                step.name(),
                encoded(step.counters()),
                step.counters().allReused(),
                step.usage().cpu(),
                step.usage().wall(),
                step.ratio(full));
    }

    private static String encoded(Counters counters) {
        String each = counters.encoded().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return counters.allEncoded() + (each.isEmpty() ? "" : " (" + each + ")");
    }

    private void nothing(String name) {
        Step step = of(name);
        double most = MOST_SECONDS + step.reading();
        goal(
                name + ": nothing encoded, 2 s and the reading of the file",
                String.format(Locale.ROOT, "0 in %.1f s", most),
                String.format(
                        Locale.ROOT, "%d in %.1f s", step.counters().allEncoded(), step.usage().wall()),
                step.counters().allEncoded() == 0 && step.usage().wall() <= most);
    }

    /** As the goal says it, and by the chunks' length: a change hits long chunks rather than short ones. */
    private void changed(String name, String of) {
        Step step = of(name);
        Step full = of(of);
        changed(name + ": CPU of the changed chunks' share of a full run, and 2 s", step, full,
                (double) step.counters().encodedVideo() / full.counters().encodedVideo());
        changed(name + ": the same by the chunks' length", step, full, (double) step.frames() / full.frames());
    }

    private void changed(String what, Step step, Step full, double share) {
        double most = share * full.usage().cpu() + MOST_CPU;
        goal(
                what,
                String.format(Locale.ROOT, "%.1f s", most),
                String.format(Locale.ROOT, "%.1f s", step.usage().cpu()),
                step.usage().cpu() <= most);
    }

    private void inserted() {
        Counters counters = of(Cases.INSERTED).counters();
        long most = Math.max(counters.encodedOf("HD"), counters.encodedOf("SD"));
        goal(Cases.INSERTED + ": chunks a rendition", "" + MOST_CHUNKS, "" + most, most <= MOST_CHUNKS);
    }

    private void recipe() {
        Counters counters = of(Cases.RECIPE).counters();
        long others = counters.allEncoded() - counters.encodedOf("SD");
        goal(Cases.RECIPE + ": encoded of other renditions", "0", "" + others, others == 0);
    }

    private void encoded(String name, long most) {
        long encoded = of(name).counters().allEncoded();
        goal(name + ": encoded", "" + most, "" + encoded, encoded <= most);
    }

    private void damaged() {
        long encoded = of(Cases.DAMAGED).counters().allEncoded();
        String measured = encoded + (repaired ? ", repaired" : ", not repaired");
        goal(Cases.DAMAGED + ": encoded", "1, repaired", measured, repaired && encoded == 1);
    }

    private void goal(String name, String allowed, String measured, boolean holds) {
        line("| %s | %s | %s | %s |", name, allowed, measured, holds ? "yes" : "**no**");
    }

    private Step of(String name) {
        return byName.get(name);
    }

    private static void line(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
