package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is found; for one thread. */
final class Findings {
    /** More of them tell nobody more. */
    private static final int MOST = 200;

    private final List<Finding> list = new ArrayList<>();

    void add(Rule rule, String place, String found, Object... values) {
        if (list.size() < MOST) {
            list.add(new Finding(rule, place, values.length == 0 ? found : found.formatted(values)));
        }
    }

    /** Adds it unless the rule is kept. */
    void unless(boolean kept, Rule rule, String place, String found, Object... values) {
        if (!kept) {
            add(rule, place, found, values);
        }
    }

    /** Adds an attribute that is missing, or says what it must not. */
    void required(Reference each, String attribute, boolean right) {
        unless(
                right,
                Rule.ATTRIBUTES,
                each.place(),
                each.value(attribute).map(value -> attribute + "=" + value).orElse("no " + attribute));
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
