package atelier.processors.index;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A line of ffprobe's compact writer: {@code packet|stream_index=0|pts=0|…}. */
record ProbeLine(String section, Map<String, String> fields) {

    static ProbeLine parse(String line) {
        String[] parts = line.split("\\|");
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                fields.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
        }
        return new ProbeLine(parts[0], fields);
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    OptionalLong number(String name) {
        String text = text(name);
        return text.isEmpty() || text.equals("N/A") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    int stream() {
        return (int) number("stream_index").orElse(-1);
    }
}
