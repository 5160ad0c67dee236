package atelier.processors.conformance;

import java.util.List;

/**
 * What a check found.
 *
 * @param edition key of the multivariant playlist
 * @param renditions how many media playlists were read
 * @param segments how many segments were looked at
 * @param findings the rules that are broken; none: the edition conforms
 */
public record ConformanceReport(String edition, int renditions, int segments, List<Finding> findings) {
    public ConformanceReport {
        findings = List.copyOf(findings);
    }

    /** Whether no rule is broken. */
    public boolean conforms() {
        return findings.isEmpty();
    }

    /** The findings for which it is not published. */
    public List<Finding> faults() {
        return findings.stream().filter(each -> each.rule().isBinding()).toList();
    }
}
