package atelier.processors.probe;

import atelier.processors.index.Ratio;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads ffprobe's fields. They come as text or as numbers, and what is absent, malformed or out of range is empty. */
record Fields(JsonNode node) {
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    Fields object(String name) {
        return new Fields(node.path(name));
    }

    Stream<Fields> list(String name) {
        Iterator<JsonNode> elements = node.path(name).elements();
        Iterable<JsonNode> iterable = () -> elements;
        return StreamSupport.stream(iterable.spliterator(), false).map(Fields::new);
    }

    /** FFmpeg has several ways to say that it does not know. */
    Optional<String> text(String name) {
        String text = node.path(name).asText("");
        boolean unknown = text.isEmpty() || text.equals("unknown") || text.equals("N/A") || text.equals("unspecified");
        return unknown ? Optional.empty() : Optional.of(text);
    }

    boolean flag(String name) {
        return node.path(name).asInt(0) == 1;
    }

    OptionalInt integer(String name) {
        OptionalLong number = number(name);
        return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    OptionalLong number(String name) {
        try {
            return OptionalLong.of(Long.parseLong(text(name).orElse("")));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    double degrees(String name) {
        double degrees = node.path(name).asDouble(0);
        return Double.isFinite(degrees) ? degrees : 0;
    }

    /** Seconds with a decimal point, as microseconds. */
    OptionalLong micros(String name) {
        String text = text(name).orElse("");
        if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return OptionalLong.empty();
        }
        BigDecimal seconds = new BigDecimal(text);
        return seconds.abs().compareTo(MOST_SECONDS) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(seconds.movePointRight(6)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** A positive fraction, {@code 30000/1001} or {@code 4:3}. */
    Optional<Ratio> ratio(String name) {
        String[] parts = text(name).orElse("").split("[/:]", -1);
        try {
            long above = parts.length == 2 ? Long.parseLong(parts[0]) : 0;
            long below = parts.length == 2 ? Long.parseLong(parts[1]) : 0;
            return above > 0 && below > 0 ? Optional.of(new Ratio(above, below)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
