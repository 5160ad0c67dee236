package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules of the groups of EXT-X-MEDIA that variants refer to.
 *
 * @param rule that is broken
 * @param attribute of a variant that refers to a group
 */
record GroupRules(Findings findings, Rule rule, String attribute) {
    /** RFC 5646, as far as films need it. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    void check(List<Reference> members, List<Reference> variants) {
        members.forEach(this::attributes);
        names(members);
        choices(members);
        List<String> groups =
                members.stream().map(each -> each.text("GROUP-ID")).toList();
        for (Reference variant : variants) {
            Optional<String> group = variant.value(attribute);
            findings.unless(
                    group.map(groups::contains).orElse(groups.isEmpty()),
                    rule,
                    variant.place(),
                    "group '%s' where there are %s",
                    group.orElse(""),
                    groups);
        }
    }

    private void attributes(Reference each) {
        findings.required(each, "GROUP-ID", !each.text("GROUP-ID").isEmpty());
        findings.required(each, "NAME", !each.text("NAME").isEmpty());
        each.value("LANGUAGE")
                .ifPresent(tag -> findings.required(
                        each, "LANGUAGE", LANGUAGE.matcher(tag).matches()));
    }

    private void names(List<Reference> members) {
        Set<String> names = new HashSet<>();
        for (Reference each : members) {
            findings.unless(
                    names.add(each.text("GROUP-ID") + '\n' + each.text("NAME")),
                    rule,
                    each.place(),
                    "the name '%s' twice in a group",
                    each.text("NAME"));
        }
    }

    /** What a player takes by itself must be clear. */
    private void choices(List<Reference> members) {
        Set<String> defaults = new HashSet<>();
        Set<String> languages = new HashSet<>();
        for (Reference each : members) {
            String group = each.text("GROUP-ID");
            boolean isDefault = each.text("DEFAULT").equals("YES");
            boolean isAutoselect = each.text("AUTOSELECT").equals("YES");
            findings.unless(!isDefault || defaults.add(group), rule, each.place(), "a second default in a group");
            findings.unless(!isDefault || isAutoselect, rule, each.place(), "a default that is not AUTOSELECT");
            findings.unless(
                    !isAutoselect || languages.add(group + '\n' + each.text("LANGUAGE")),
                    rule,
                    each.place(),
                    "two of the language '%s' to be chosen by players",
                    each.text("LANGUAGE"));
        }
    }
}
