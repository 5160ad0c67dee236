package atelier.processors.sources;

import java.util.Arrays;
import java.util.List;

/**
 * How a part of a file is laid before FFmpeg.
 *
 * @param packed whether its pieces stand one behind the other, for containers that have no places in them; else each stands where
 *     it stands in the file, and the rest reads as zeros
 * @param head how many bytes of the file's beginning are there
 * @param tail how many of its end
 */
record Form(boolean packed, long head, long tail) {
    private static final int LARGE = 16;

    /** FFmpeg looks for times in them, and finds them where there is no index. */
    private static final List<String> WITHOUT_INDEX = List.of("mpegts", "mpeg", "flv");

    private static final List<String> OFTEN_WITHOUT_INDEX = List.of("matroska", "webm");

    /**
     * What is tried, in this order.
     *
     * @param unit of what is there of beginning and end, in bytes
     */
    static List<Form> of(String container, long unit) {
        Form small = new Form(false, 2 * unit, unit);
        Form packed = new Form(true, 2 * unit, 0);
        List<String> names = Arrays.asList(container.split(","));
        if (names.stream().anyMatch(WITHOUT_INDEX::contains)) {
            return List.of(packed);
        }
        return names.stream().anyMatch(OFTEN_WITHOUT_INDEX::contains)
                ? List.of(small, packed)
                : List.of(small, new Form(false, LARGE * unit, LARGE * unit));
    }

    /** Whether times and places of packets stand in an index alone. */
    static boolean isIndexed(String container) {
        return Arrays.asList(container.split(",")).contains("mov");
    }
}
