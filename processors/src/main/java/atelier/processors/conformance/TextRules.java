package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of subtitles: of the playlist, and of the WebVTT file that it leads to. */
final class TextRules {
    private static final double MICROS = 1e6;

    /** How much sooner than the film its subtitles may be said to end, in seconds. */
    private static final double SHORTER = 1;

    private static final String TIME = "(\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMES = Pattern.compile(TIME + " --> " + TIME + "( [a-z]+:[^ ]+)*");
    private static final int FIELDS = 4;
    private static final Pattern PAYLOAD = Pattern.compile("([^<>&]++|</?[biu]>|&(amp|lt|gt);)*+");

    private final TrackReader.FileReader files;
    private final Findings findings;

    TextRules(TrackReader.FileReader files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** @param seconds that the film lasts, where that is known */
    void check(MediaText playlist, Optional<Double> seconds) {
        double listed = playlist.entries().stream().mapToLong(Entry::micros).sum() / MICROS;
        findings.unless(playlist.isVod() && playlist.ended(), Rule.TEXT, playlist.key(), "no VOD playlist with an end");
        findings.unless(!playlist.entries().isEmpty(), Rule.SEGMENTS, playlist.key(), "none");
        for (Entry entry : playlist.entries()) {
            findings.unless(
                    Math.round(entry.micros() / MICROS) <= playlist.target().orElse(0),
                    Rule.TARGET_DURATION,
                    entry.uri().place(),
                    "%.3f s",
                    entry.micros() / MICROS);
            file(entry.uri());
        }
        seconds.ifPresent(film -> findings.unless(
                listed >= film - SHORTER,
                Rule.TEXT_LENGTH,
                playlist.key(),
                "an end at %.3f s where the film ends at %.3f s",
                listed,
                film));
    }

    private void file(Line line) {
        Optional<String> key = Addresses.resolve(line.key(), line.value()).filter(Addresses::isOfOutput);
        findings.unless(key.isPresent(), Rule.INSIDE, line.place(), "'%s'", line.value());
        key.flatMap(found -> files.whole(found, line.place())).ifPresent(bytes -> content(key.get(), bytes));
    }

    private void content(String key, byte[] bytes) {
        try {
            List<String> lines = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .lines()
                    .toList();
            boolean headed = lines.size() > 1
                    && lines.get(0).equals("WEBVTT")
                    && lines.get(1).startsWith("X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:");
            findings.unless(headed, Rule.TEXT, key + ":1", "no WEBVTT with an X-TIMESTAMP-MAP");
            cues(key, lines);
        } catch (CharacterCodingException e) {
            findings.add(Rule.TEXT, key, "no UTF-8");
        }
    }

    private void cues(String key, List<String> lines) {
        long before = 0;
        for (int i = 2; i < lines.size(); i++) {
            Matcher times = TIMES.matcher(lines.get(i));
            String place = key + ":" + (i + 1);
            if (times.matches()) {
                long start = millis(times, 1);
                findings.unless(
                        millis(times, 1 + FIELDS) > start, Rule.TEXT, place, "a cue that ends before it begins");
                findings.unless(start >= before, Rule.TEXT, place, "a cue before the one in front of it");
                before = start;
            } else {
                findings.unless(PAYLOAD.matcher(lines.get(i)).matches(), Rule.TEXT, place, "markup that is not ours");
            }
        }
    }

    private static long millis(Matcher times, int field) {
        long minutes = Long.parseLong(times.group(field)) * 60 + Long.parseLong(times.group(field + 1));
        return (minutes * 60 + Long.parseLong(times.group(field + 2))) * 1000 + Long.parseLong(times.group(field + 3));
    }
}
