package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what faults may leave: files, processes, damaged objects, lost sources, work without an end. */
final class ChaosLeftovers {
    private static final Pattern BATCH = Pattern.compile("\"id\":(\\d+)");
    private static final long PATIENCE_MILLIS = 5 * 60 * 1000;

    private final ChaosStudio studio;
    private final Map<String, Path> films;

    ChaosLeftovers(ChaosStudio studio, Map<String, Path> films) {
        this.studio = studio;
        this.films = films;
    }

    /** What can be asked of the nodes. */
    List<String> whileUp() throws IOException {
        List<String> found = new ArrayList<>();
        Http http = studio.nodes().get(0).http();
        boolean idle = Waiting.until(PATIENCE_MILLIS, 500, () -> http.find("/actuator/prometheus")
                .filter(text -> text.contains("atelier_jobs_waiting 0.0") && text.contains("atelier_jobs_running 0.0"))
                .isPresent());
        if (!idle) {
            found.add("jobs are left though all is made");
        }
        found.addAll(damage(http));
        for (ChaosNode node : studio.nodes()) {
            node.complaints().stream().filter(line -> line.contains("is given up")).forEach(found::add);
        }
        return found;
    }

    /** Reads all that is stored and compares it by its hash. */
    private static List<String> damage(Http http) {
        Matcher begun = BATCH.matcher(http.call("POST", "/api/batch").orElse(""));
        if (!begun.find()) {
            return List.of("no batch could be begun");
        }
        String address = "/api/batch/" + begun.group(1);
        Waiting.until(PATIENCE_MILLIS, 500, () -> http.find(address)
                .filter(text -> !text.contains("\"running\""))
                .isPresent());
        String report = http.find(address).orElse("no report");
        return report.contains("\"findings\":[]") && report.contains("\"done\"")
                ? List.of()
                : List.of("the batch found: " + report);
    }

    /** What lies there when the nodes have ended. */
    List<String> afterEnd() throws IOException {
        List<String> found = new ArrayList<>();
        studio.processes().forEach(each -> found.add("a process is left: " + each));
        Map<String, Integer> kept = new TreeMap<>();
        for (Path file : studio.files()) {
            String name = studio.home().getParent().relativize(file).toString();
            if (name.startsWith("home/sources/") && !name.endsWith("/.library")) {
                kept.merge(Tool.sha256(file), 1, Integer::sum);
            }
            if (isLeft(name)) {
                found.add("a file is left: " + name);
            }
        }
        for (Map.Entry<String, Path> film : films.entrySet()) {
            int times = kept.getOrDefault(Tool.sha256(film.getValue()), 0);
            if (times != 1) {
                found.add("the source of " + film.getKey() + " is kept " + times + " times");
            }
        }
        return found;
    }

    /** What a killed node had begun to write in the folder of an edition goes with that, when it is collected. */
    private static boolean isLeft(String name) {
        return name.startsWith("home/inbox/")
                || name.startsWith("home/rejected/")
                || name.startsWith("home/work/")
                || name.startsWith("work-of-south/")
                || (name.startsWith("home/st") && name.endsWith(".tmp") && !name.contains("/editions/"))
                || (name.startsWith("home/sources/") && name.endsWith(".tmp"));
    }
}
