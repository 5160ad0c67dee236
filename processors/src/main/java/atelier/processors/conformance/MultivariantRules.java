package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules that a multivariant playlist keeps by itself, whatever it leads to. */
final class MultivariantRules {
    private static final int LEAST_VERSION = 7;
    private static final Pattern RESOLUTION = Pattern.compile("\\d{1,5}x\\d{1,5}");

    /** RFC 5646, as far as films need it. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

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
            required(
                    variant,
                    "FRAME-RATE",
                    Numbers.decimal(value(variant, "FRAME-RATE")).isPresent());
        }
        playlist.iFrames().forEach(this::stream);
        groups(playlist);
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
        required(each, "BANDWIDTH", Numbers.large(value(each, "BANDWIDTH")).isPresent());
        required(
                each,
                "AVERAGE-BANDWIDTH",
                Numbers.large(value(each, "AVERAGE-BANDWIDTH")).isPresent());
        required(each, "CODECS", !value(each, "CODECS").isEmpty());
        required(
                each,
                "RESOLUTION",
                RESOLUTION.matcher(value(each, "RESOLUTION")).matches());
    }

    private void groups(MultivariantText playlist) {
        Set<String> members = new HashSet<>();
        for (Reference audio : playlist.audio()) {
            required(audio, "GROUP-ID", !value(audio, "GROUP-ID").isEmpty());
            required(audio, "NAME", !value(audio, "NAME").isEmpty());
            findings.unless(
                    members.add(value(audio, "GROUP-ID") + '\n' + value(audio, "NAME")),
                    Rule.AUDIO_GROUP,
                    audio.place(),
                    "the name '%s' twice in a group",
                    value(audio, "NAME"));
        }
        choices(playlist.audio());
        List<String> groups =
                playlist.audio().stream().map(audio -> value(audio, "GROUP-ID")).toList();
        for (Reference variant : playlist.variants()) {
            Optional<String> group = variant.value("AUDIO");
            findings.unless(
                    group.map(groups::contains).orElse(groups.isEmpty()),
                    Rule.AUDIO_GROUP,
                    variant.place(),
                    "group '%s' where there are %s",
                    group.orElse(""),
                    groups);
        }
    }

    /** What a player takes by itself must be clear. */
    private void choices(List<Reference> audio) {
        Set<String> defaults = new HashSet<>();
        Set<String> languages = new HashSet<>();
        for (Reference each : audio) {
            String group = value(each, "GROUP-ID");
            boolean isDefault = value(each, "DEFAULT").equals("YES");
            boolean isAutoselect = value(each, "AUTOSELECT").equals("YES");
            findings.unless(
                    !isDefault || defaults.add(group), Rule.AUDIO_GROUP, each.place(), "a second default in a group");
            findings.unless(
                    !isDefault || isAutoselect, Rule.AUDIO_GROUP, each.place(), "a default that is not AUTOSELECT");
            findings.unless(
                    !isAutoselect || languages.add(group + '\n' + value(each, "LANGUAGE")),
                    Rule.AUDIO_GROUP,
                    each.place(),
                    "two of the language '%s' to be chosen by players",
                    value(each, "LANGUAGE"));
            each.value("LANGUAGE")
                    .ifPresent(tag ->
                            required(each, "LANGUAGE", LANGUAGE.matcher(tag).matches()));
        }
    }

    private void required(Reference each, String name, boolean right) {
        findings.unless(
                right,
                Rule.ATTRIBUTES,
                each.place(),
                each.value(name).map(value -> name + "=" + value).orElse("no " + name));
    }

    private static String value(Reference each, String name) {
        return each.value(name).orElse("");
    }
}
