package atelier.processors.conformance;

import java.util.List;

/** An edition that breaks HLS's rules and is not made current. Making it again of the same segments breaks them again. */
public final class EditionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param report with at least one fault */
    public EditionRefusedException(ConformanceReport report) {
        super(
                "%s breaks the rules of HLS in %d places, the first: %s. It is not published; what was published before stays. "
                                .formatted(
                                        report.edition(),
                                        report.faults().size(),
                                        report.faults().get(0).text())
                        + "Let the store be checked (POST /api/batch), which makes again what is damaged; "
                        + "if that does not help, this is a fault in Atelier: please report it.");
        this.findings = report.faults();
    }

    /** The rules that are broken, and where. */
    public List<Finding> findings() {
        return findings;
    }
}
