package atelier.routes.pipeline;

import java.util.Arrays;
import java.util.List;

/**
 * A source of the kind that cameras, editors and phones deliver, and what must become of it.
 *
 * @param name of the artwork
 * @param extension of the file
 * @param how arguments of the calls of FFmpeg that make it
 * @param frames how many pictures each rendition has
 * @param rate pictures a second; 0 where they keep the source's uneven times
 * @param width of the largest rendition
 * @param height of the largest rendition
 * @param patches colours of the corners: top left, top right, bottom left, bottom right
 * @param tolerance by how much a component of a colour may differ, of 255
 * @param beeps whether its beep must be heard with its flash
 * @param moves whether it has motion that fields would show as a comb
 * @param tags what the largest rendition says of its colours: range, matrix, transfer, primaries
 */
record Sample(
        String name,
        String extension,
        List<String> how,
        int frames,
        double rate,
        int width,
        int height,
        List<Integer> patches,
        int tolerance,
        boolean beeps,
        boolean moves,
        String tags) {
    static final String STANDARD = "tv|bt709|bt709|bt709";

    /** A sample of {@link Chart}, 40 pictures in 1.6 s, which come out as they are. */
    static Sample of(String name, String extension, String... how) {
        boolean beeps = Arrays.stream(how).anyMatch(step -> step.contains("aevalsrc"));
        return new Sample(
                name,
                extension,
                List.of(how),
                40,
                25,
                320,
                180,
                Chart.PATCHES,
                9,
                beeps,
                how[0].contains("overlay"),
                STANDARD);
    }

    Sample frames(int count, double rateOfThem) {
        return new Sample(
                name, extension, how, count, rateOfThem, width, height, patches, tolerance, beeps, moves, tags);
    }

    Sample size(int w, int h) {
        return new Sample(name, extension, how, frames, rate, w, h, patches, tolerance, beeps, moves, tags);
    }

    /** @param order which of the chart's patches is at each corner */
    Sample turned(int... order) {
        return colours(Arrays.stream(order).mapToObj(Chart.PATCHES::get).toList());
    }

    Sample colours(List<Integer> expected) {
        return new Sample(name, extension, how, frames, rate, width, height, expected, tolerance, beeps, moves, tags);
    }

    Sample within(int difference) {
        return new Sample(name, extension, how, frames, rate, width, height, patches, difference, beeps, moves, tags);
    }

    /** What has a sound without the beep. */
    Sample silent() {
        return new Sample(name, extension, how, frames, rate, width, height, patches, tolerance, false, moves, tags);
    }

    /** What is cut as it is, and says nothing of its colours. */
    Sample declared(String asTags) {
        return new Sample(name, extension, how, frames, rate, width, height, patches, tolerance, beeps, moves, asTags);
    }

    boolean hasSound() {
        return how.get(0).contains("aevalsrc");
    }

    String slug() {
        return "matrix/" + name;
    }

    boolean isUneven() {
        return rate == 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
