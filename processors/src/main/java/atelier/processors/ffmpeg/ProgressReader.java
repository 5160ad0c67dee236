package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Puts the lines of {@code -progress pipe:1} together. A report ends with its {@code progress=} line. */
public final class ProgressReader implements Consumer<String> {
    private final Consumer<Progress> reports;
    private final Map<String, String> values = new HashMap<>();

    /** @param reports gets each report as it is whole */
    public ProgressReader(Consumer<Progress> reports) {
        this.reports = reports;
    }

    /** Takes a line of standard output; what is not progress is passed over. */
    @Override
    public void accept(String line) {
        ProgressLine.parse(line).ifPresent(this::add);
    }

    private void add(ProgressLine line) {
        values.put(line.key(), line.value());
        if (line.key().equals("progress")) {
            Progress report = report(line.value().equals("end"));
            values.clear();
            reports.accept(report);
        }
    }

    private Progress report(boolean finished) {
        Optional<Double> speed =
                number("speed", "[0-9.e+]+x").map(text -> text.replace("x", "")).map(Double::valueOf);
        return new Progress(
                number("frame", "\\d+").map(Long::valueOf).map(OptionalLong::of).orElse(OptionalLong.empty()),
                Duration.ofNanos(
                        1000 * number("out_time_us", "\\d+").map(Long::valueOf).orElse(0L)),
                speed.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                finished);
    }

    /** The value if it has the form; {@code N/A} and times before zero have not. */
    private Optional<String> number(String key, String form) {
        return Optional.ofNullable(values.get(key)).filter(text -> text.matches(form));
    }
}
