package atelier.processors.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A playlist's lines that say something: its tags and URIs.
 *
 * @param key where it is
 * @param lines in order, without comments, empty lines and the first one
 */
record PlaylistText(String key, List<Line> lines) {
    PlaylistText {
        lines = List.copyOf(lines);
    }

    /** Reads a playlist; what is no such thing is found. */
    static PlaylistText parse(String key, byte[] bytes, Findings findings) {
        String text = decoded(key, bytes, findings);
        List<String> raw = text.lines().toList();
        findings.unless(
                !raw.isEmpty() && raw.get(0).equals("#EXTM3U"),
                Rule.FORMAT,
                key + ":1",
                "'%s'",
                raw.isEmpty() ? "" : raw.get(0));
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < raw.size(); i++) {
            String line = raw.get(i);
            if (!line.isBlank() && (!line.startsWith("#") || line.startsWith("#EXT"))) {
                lines.add(Line.of(key, i + 1, line));
            }
        }
        return new PlaylistText(key, lines);
    }

    private static String decoded(String key, byte[] bytes, Findings findings) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            findings.add(Rule.FORMAT, key, "bytes that are not UTF-8");
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Every line with that tag. */
    List<Line> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.name().equals(name));
    }

    /** The line of a tag that may stand once; that it stands more often is found. */
    Optional<Line> one(String name, Findings findings) {
        List<Line> all = all(name);
        if (all.size() > 1) {
            findings.add(Rule.FORMAT, all.get(1).place(), "%s a second time", name);
        }
        return all.stream().findFirst();
    }

    /** Value of a tag that is a whole number; that it is none is found. */
    Optional<Integer> number(String name, Findings findings) {
        Optional<Line> line = one(name, findings);
        Optional<Integer> number = line.flatMap(found -> Numbers.whole(found.value()));
        if (line.isPresent() && number.isEmpty()) {
            findings.add(
                    Rule.FORMAT, line.get().place(), "%s:%s", name, line.get().value());
        }
        return number;
    }
}
