package atelier.processors.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads attribute lists: RFC 8216bis, 4.2. Quotation marks are taken off. */
final class AttributeList {
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"\\p{Cntrl}]*\"|[^\",\\s]+)(,|$)");

    private AttributeList() {}

    static Map<String, String> parse(Line line, Findings findings) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(line.value());
        int at = 0;
        while (matcher.find(at) && matcher.start() == at) {
            String quoted = matcher.group(2);
            String value = quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
            findings.unless(
                    attributes.put(matcher.group(1), value) == null,
                    Rule.FORMAT,
                    line.place(),
                    "attribute %s twice",
                    matcher.group(1));
            at = matcher.end();
        }
        findings.unless(
                at == line.value().length() && !line.value().endsWith(","),
                Rule.FORMAT,
                line.place(),
                "'%s' where an attribute is due",
                line.value().substring(at));
        return attributes;
    }
}
