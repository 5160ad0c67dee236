package atelier.processors.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What FFmpeg's filters say of pictures that could become a poster, line by line, and which of them is the best. For one use. */
final class PosterCandidates {
    /** Of 255: less than this between dark and bright, and there is nothing to see. */
    private static final double FLAT = 8;

    /** Fewer need not be like the film. */
    private static final int ENOUGH = 3;

    private static final Pattern FRAME = Pattern.compile("frame:\\d+\\s+pts:(-?\\d+)\\s.*");
    private static final Pattern VALUE = Pattern.compile("lavfi\\.(?:signalstats\\.)?(YLOW|YHIGH|blur)=(.+)");

    /**
     * A picture.
     *
     * @param pts when it is shown, in the time base of its stream
     * @param dark brightness that a tenth of it is below, of 255
     * @param bright brightness that a tenth of it is above, of 255
     * @param blur average width of its edges, in pixels: about 3 to 5 where it is sharp
     */
    private record Picture(long pts, double dark, double bright, double blur) {
        boolean isFlat() {
            return bright - dark < FLAT || !(blur > 0);
        }

        /** Much contrast and narrow edges. */
        double worth() {
            return isFlat() ? 0 : (bright - dark) / blur;
        }
    }

    private final List<Picture> pictures = new ArrayList<>();

    void accept(String line) {
        Matcher frame = FRAME.matcher(line);
        if (frame.matches()) {
            pictures.add(new Picture(Long.parseLong(frame.group(1)), 0, 0, 0));
            return;
        }
        Matcher value = VALUE.matcher(line);
        if (value.matches() && !pictures.isEmpty()) {
            int last = pictures.size() - 1;
            pictures.set(last, with(pictures.get(last), value.group(1), number(value.group(2))));
        }
    }

    /** Whether there are enough, and one of them shows something. */
    boolean areEnough() {
        return pictures.size() >= ENOUGH && pictures.stream().anyMatch(each -> !each.isFlat());
    }

    /** When the best one is shown, the first of equals; none where there is no picture. */
    Optional<Long> best() {
        return pictures.stream()
                .max(Comparator.comparingDouble(Picture::worth)
                        .thenComparing(Comparator.comparingLong(Picture::pts).reversed()))
                .map(Picture::pts);
    }

    private static Picture with(Picture picture, String name, double value) {
        return switch (name) {
            case "YLOW" -> new Picture(picture.pts(), value, picture.bright(), picture.blur());
            case "YHIGH" -> new Picture(picture.pts(), picture.dark(), value, picture.blur());
            default -> new Picture(picture.pts(), picture.dark(), picture.bright(), value);
        };
    }

    /** Where a picture has no edges, FFmpeg says {@code -nan}. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
