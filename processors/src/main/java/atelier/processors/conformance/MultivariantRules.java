package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules that a multivariant playlist keeps by itself, whatever it leads to. */
final class MultivariantRules {
    private static final int LEAST_VERSION = 7;
    private static final int REQUIRING = 12;
    private static final Pattern RESOLUTION = Pattern.compile("\\d{1,5}x\\d{1,5}");

    private final Findings findings;

    MultivariantRules(Findings findings) {
        this.findings = findings;
    }

    void check(MultivariantText playlist) {
        PlaylistText text = playlist.text();
        version(text);
        findings.unless(
                text.one("EXT-X-INDEPENDENT-SEGMENTS", findings).isPresent(),
                Rule.INDEPENDENT_SEGMENTS,
                text.key(),
                "none");
        findings.unless(!playlist.variants().isEmpty(), Rule.VARIANTS, text.key(), "no variant");
        Set<String> uris = new HashSet<>();
        for (Reference variant : playlist.variants()) {
            findings.unless(uris.add(variant.uri()), Rule.VARIANTS, variant.place(), "%s again", variant.uri());
            stream(variant);
            findings.required(
                    variant,
                    "FRAME-RATE",
                    Numbers.decimal(variant.text("FRAME-RATE")).isPresent());
        }
        playlist.iFrames().forEach(this::stream);
        new GroupRules(findings, Rule.AUDIO_GROUP, "AUDIO").check(playlist.audio(), playlist.variants());
        new GroupRules(findings, Rule.SUBTITLES_GROUP, "SUBTITLES").check(playlist.subtitles(), playlist.variants());
    }

    /** Whether its version has attributes that a player must understand. */
    static boolean isOfRequirements(PlaylistText text) {
        return text.number("EXT-X-VERSION", new Findings())
                .filter(number -> number >= REQUIRING)
                .isPresent();
    }

    /** Of any playlist. */
    void version(PlaylistText text) {
        Optional<Integer> version = text.number("EXT-X-VERSION", findings);
        findings.unless(
                version.filter(number -> number >= LEAST_VERSION).isPresent(),
                Rule.VERSION,
                text.key(),
                version.map(number -> "version " + number).orElse("none"));
    }

    private void stream(Reference each) {
        findings.required(
                each, "BANDWIDTH", Numbers.large(each.text("BANDWIDTH")).isPresent());
        findings.required(
                each,
                "AVERAGE-BANDWIDTH",
                Numbers.large(each.text("AVERAGE-BANDWIDTH")).isPresent());
        findings.required(each, "CODECS", !each.text("CODECS").isEmpty());
        findings.required(
                each, "RESOLUTION", RESOLUTION.matcher(each.text("RESOLUTION")).matches());
    }
}
