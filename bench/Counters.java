package bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Atelier has counted since it was started.
 *
 * @param encoded outputs that were encoded, by rendition: a chunk each of video, and whole sounds and posters
 * @param reused outputs that were there already, by rendition
 */
record Counters(Map<String, Long> encoded, Map<String, Long> reused) {

    static Counters of(Http http) {
        String metrics = http.find("/actuator/prometheus")
                .orElseThrow(() -> new BenchException("Atelier shows no metrics at /actuator/prometheus."));
        return new Counters(read(metrics, "encoded"), read(metrics, "reused"));
    }

    /** What has been counted since then. */
    Counters since(Counters before) {
        return new Counters(difference(encoded, before.encoded), difference(reused, before.reused));
    }

    long allEncoded() {
        return sum(encoded);
    }

    long allReused() {
        return sum(reused);
    }

    /** Those of one rendition. */
    long encodedOf(String rendition) {
        return encoded.getOrDefault(rendition, 0L);
    }

    /** Of what is made chunk by chunk. */
    long encodedVideo() {
        return allEncoded() - encodedOf("AUDIO") - encodedOf("TN");
    }

    private static Map<String, Long> read(String metrics, String name) {
        Map<String, Long> read = new TreeMap<>();
        Matcher found = Pattern.compile(
                        "(?m)^atelier_chunks_" + name + "_total\\{[^}]*rendition=\"([^\"]+)\"[^}]*} (\\S+)$")
                .matcher(metrics);
        while (found.find()) {
            read.merge(found.group(1), (long) Double.parseDouble(found.group(2)), Long::sum);
        }
        return read;
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> difference = new TreeMap<>();
        now.forEach((rendition, count) -> {
            long more = count - before.getOrDefault(rendition, 0L);
            if (more > 0) {
                difference.put(rendition, more);
            }
        });
        return difference;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
