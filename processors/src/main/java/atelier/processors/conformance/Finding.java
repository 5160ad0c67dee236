package atelier.processors.conformance;

/**
 * A rule that is broken.
 *
 * @param rule which
 * @param place key of the file, and the line where there is one
 * @param found what is there
 */
public record Finding(Rule rule, String place, String found) {

    /** In one line, for people. */
    public String text() {
        return "%s (%s) at %s: found %s; required: %s".formatted(rule, rule.section(), place, found, rule.required());
    }
}
