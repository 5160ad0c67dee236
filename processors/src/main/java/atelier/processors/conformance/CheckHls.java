package atelier.processors.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** The command {@code bin/check-hls}: checks editions in a folder or at an address, and prints which rules they break. */
public final class CheckHls {
    private static final int FINE = 0;
    private static final int BROKEN = 1;

    private final PrintStream out;

    CheckHls(PrintStream out) {
        this.out = out;
    }

    /** @param arguments folders or addresses */
    public static void main(String[] arguments) {
        System.exit(new CheckHls(System.out).check(List.of(arguments)));
    }

    /** Checks all; 0 if all conform, else 1. */
    int check(List<String> places) {
        int code = places.isEmpty() ? BROKEN : FINE;
        for (String place : places) {
            try {
                code = Math.max(code, check(EditionsFound.at(place)));
            } catch (NoSuchFileException e) {
                out.printf("%s could not be checked: there is no %s.%n", place, e.getFile());
                code = BROKEN;
            } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                out.printf("%s could not be checked: %s%n", place, e.getMessage());
                code = BROKEN;
            }
        }
        return code;
    }

    private int check(EditionsFound found) {
        EditionCheck check = new EditionCheck(found.files());
        int code = FINE;
        for (String master : found.masters()) {
            ConformanceReport report = check.check(master);
            print(report);
            code = Math.max(code, report.conforms() ? FINE : BROKEN);
        }
        return code;
    }

    private void print(ConformanceReport report) {
        out.printf(
                "%s: %s (%d renditions, %d segments)%n",
                report.edition(),
                report.conforms() ? "conforms" : report.findings().size() + " rules broken",
                report.renditions(),
                report.segments());
        for (Finding finding : report.findings()) {
            out.printf("  %s (%s)%n", finding.rule(), finding.rule().section());
            out.printf("    place     %s%n", finding.place());
            out.printf("    found     %s%n", finding.found());
            out.printf("    required  %s%n", finding.rule().required());
        }
    }
}
