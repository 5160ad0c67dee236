package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that a media playlist keeps by itself, whatever its segments are. */
final class MediaRules {
    private static final long MICROS = 1_000_000;

    private final Findings findings;

    MediaRules(Findings findings) {
        this.findings = findings;
    }

    void check(MediaText playlist) {
        PlaylistText text = playlist.text();
        new MultivariantRules(findings).version(text);
        targetDuration(playlist);
        Optional<Integer> sequence = text.number("EXT-X-MEDIA-SEQUENCE", findings);
        findings.unless(sequence.orElse(0) == 0, Rule.MEDIA_SEQUENCE, text.key(), "%s", sequence.orElse(0));
        findings.unless(
                Set.of("VOD", "EVENT").contains(playlist.type()),
                Rule.PLAYLIST_TYPE,
                text.key(),
                playlist.type().isEmpty() ? "none" : playlist.type());
        end(playlist);
        start(playlist);
        map(playlist);
        findings.unless(!playlist.entries().isEmpty(), Rule.SEGMENTS, text.key(), "no segment");
    }

    private void targetDuration(MediaText playlist) {
        if (playlist.target().isEmpty()) {
            findings.add(Rule.TARGET_DURATION, playlist.key(), "no EXT-X-TARGETDURATION");
            return;
        }
        int target = playlist.target().get();
        for (Entry entry : playlist.entries()) {
            findings.unless(
                    entry.micros() > 0 && (entry.micros() + MICROS / 2) / MICROS <= target,
                    Rule.TARGET_DURATION,
                    entry.uri().place(),
                    "%.6f s where the target is %d s",
                    entry.micros() / 1e6,
                    target);
        }
    }

    private void end(MediaText playlist) {
        List<Line> lines = playlist.text().lines();
        boolean last = !lines.isEmpty() && lines.get(lines.size() - 1).name().equals("EXT-X-ENDLIST");
        findings.unless(
                playlist.ended() ? last : !playlist.isVod(),
                Rule.END,
                playlist.key(),
                playlist.ended() ? "lines behind the end" : "no end");
    }

    private void start(MediaText playlist) {
        if (playlist.type().equals("EVENT")) {
            Optional<Line> start = playlist.text().one("EXT-X-START", findings);
            String offset = start.map(line -> line.attributes(findings).get("TIME-OFFSET"))
                    .orElse("none");
            findings.unless(
                    Numbers.decimal(offset).filter(at -> at.signum() == 0).isPresent(),
                    Rule.START,
                    start.map(Line::place).orElse(playlist.key()),
                    "%s",
                    offset);
        }
    }

    private void map(MediaText playlist) {
        List<Line> lines = playlist.text().lines();
        int maps = playlist.maps().size();
        boolean several = Addresses.isOfWhole(playlist.key());
        findings.unless(maps == 1 || (several && maps > 1), Rule.MAP, playlist.key(), "%d of them", maps);
        int first = (int) lines.stream().takeWhile(line -> !line.isUri()).count();
        playlist.map()
                .ifPresent(map ->
                        findings.unless(lines.indexOf(map) < first, Rule.MAP, map.place(), "one behind a segment"));
    }
}
