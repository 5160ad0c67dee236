package atelier.processors.conformance;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as playlists write them: RFC 8216bis, 4.2. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern LONG = Pattern.compile("\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private Numbers() {}

    static Optional<Integer> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static OptionalLong large(String text) {
        return LONG.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
