package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the segments of a media playlist, each with the tags before it. For one use. */
final class EntryReader {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private final Findings findings;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Line> duration = Optional.empty();
    private Optional<String> range = Optional.empty();

    EntryReader(Findings findings) {
        this.findings = findings;
    }

    List<Entry> read(List<Line> lines) {
        for (Line line : lines) {
            switch (line.name()) {
                case "" -> add(line);
                case "EXTINF" -> duration = Optional.of(line);
                case "EXT-X-BYTERANGE" -> range = Optional.of(line.value());
                default -> {
                    // Not of one segment.
                }
            }
        }
        duration.ifPresent(line -> findings.add(Rule.SEGMENTS, line.place(), "EXTINF without a segment"));
        return entries;
    }

    private void add(Line uri) {
        findings.unless(duration.isPresent(), Rule.SEGMENTS, uri.place(), "a segment without EXTINF");
        entries.add(new Entry(uri, duration.map(this::micros).orElse(0L), range));
        duration = Optional.empty();
        range = Optional.empty();
    }

    private long micros(Line line) {
        int comma = line.value().indexOf(',');
        String text = comma < 0 ? line.value() : line.value().substring(0, comma);
        Optional<BigDecimal> seconds = Numbers.decimal(text);
        findings.unless(comma >= 0 && seconds.isPresent(), Rule.FORMAT, line.place(), "EXTINF:%s", line.value());
        return seconds.map(each -> each.multiply(MICROS).longValue()).orElse(0L);
    }
}
