package atelier.routes.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pictures of a video, as ffprobe lists them.
 *
 * @param tick the time base, in seconds
 * @param list in the order of the file, or of decoding
 */
record Pictures(double tick, List<Picture> list) {

    /** Times in ticks. */
    record Picture(long pts, long dts, boolean key) {}

    static Pictures parse(String timeBase, List<String> lines) {
        String[] parts = timeBase.replace(",", "").split("/");
        double tick = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return new Pictures(
                tick,
                lines.stream().map(Pictures::fields).map(Pictures::picture).toList());
    }

    private static Map<String, String> fields(String line) {
        return Arrays.stream(line.split("\\|"))
                .filter(field -> field.contains("="))
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> field.substring(field.indexOf('=') + 1),
                        (first, second) -> first));
    }

    private static Picture picture(Map<String, String> fields) {
        String pts = fields.getOrDefault("best_effort_timestamp", fields.get("pts"));
        String dts = fields.getOrDefault("dts", fields.getOrDefault("pkt_dts", "N/A"));
        boolean key = fields.getOrDefault("flags", "").contains("K")
                || fields.getOrDefault("key_frame", "0").equals("1");
        return new Picture(Long.parseLong(pts), dts.equals("N/A") ? Long.MIN_VALUE : Long.parseLong(dts), key);
    }

    int count() {
        return list.size();
    }

    /** When each is shown, in ticks, in the order of showing. */
    long[] shown() {
        return list.stream().mapToLong(Picture::pts).sorted().toArray();
    }

    /** When each is shown, in seconds after the first. */
    double[] seconds() {
        long[] shown = shown();
        return Arrays.stream(shown).mapToDouble(pts -> (pts - shown[0]) * tick).toArray();
    }

    /** From each to the next, in seconds, in the order of showing. */
    double[] spacing() {
        double[] at = seconds();
        return IntStream.range(1, at.length).mapToDouble(i -> at[i] - at[i - 1]).toArray();
    }

    /** From the first to the end of the last, which lasts as long as the others do on average. */
    double duration() {
        double[] at = seconds();
        return at[at.length - 1] * at.length / (at.length - 1);
    }
}
