package atelier.routes.pipeline;

import java.util.List;
import java.util.Locale;

/** Arguments of FFmpeg for a film of four patches of colour, with a flash and a beep at 0.6 s. */
final class Chart {
    /** Red, green, blue and grey: top left, top right, bottom left, bottom right. */
    static final List<Integer> PATCHES = List.of(0xC04040, 0x40A040, 0x4040C0, 0x808080);

    static final String BEEP = " -f lavfi -i aevalsrc='0.5*sin(2000*PI*t)*between(t,0.6,0.799)':s=48000:d=1.6";

    private static final String FLASH = "lutrgb=r=%1$d:g=%1$d:b=%1$d:enable='between(t,0.6,0.799)'";

    private Chart() {}

    /** The usual: 320×180, 25 pictures a second, 1.6 s. */
    static String pictures() {
        return pictures(320, 180, "25", 1.6);
    }

    static String pictures(int width, int height, String rate, double seconds) {
        return pictures(width, height, rate, seconds, PATCHES);
    }

    static String pictures(int width, int height, String rate, double seconds, List<Integer> patches) {
        return "-f lavfi -i " + graph(width, height, rate, seconds, patches);
    }

    /** With a bar that moves between the corners. */
    static String moving(int width, int height, String rate, double seconds) {
        return "-f lavfi -i " + graph(width, height, rate, seconds, PATCHES) + "[chart];color=c=white:s=40x"
                + height / 5 + ":r=" + rate + ":d=" + seconds + ",format=gbrp[bar];[chart][bar]overlay=x='mod(n*6,"
                + width + ")':y=" + height * 2 / 5 + ":format=gbrp";
    }

    private static String graph(int width, int height, String rate, double seconds, List<Integer> patches) {
        StringBuilder graph = new StringBuilder();
        for (int corner = 0; corner < 4; corner++) {
            graph.append(String.format(
                    Locale.ROOT,
                    "color=c=0x%06X:s=%dx%d:r=%s:d=%s,format=gbrp[p%d];",
                    patches.get(corner),
                    corner % 2 == 0 ? width / 2 : width - width / 2,
                    corner < 2 ? height / 2 : height - height / 2,
                    rate,
                    seconds,
                    corner));
        }
        return graph + "[p0][p1][p2][p3]xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0,"
                + String.format(FLASH, patches.equals(PATCHES) ? 255 : 180);
    }

    /** The filters that make the pictures what is coded, and tag them. */
    static String as(String format, String matrix, String range, String primaries, String transfer) {
        return " -vf " + coded(format, matrix, range, primaries, transfer);
    }

    static String coded(String format, String matrix, String range, String primaries, String transfer) {
        return "scale=out_color_matrix=" + matrix.replace("bg", "") + ":out_range=" + range + ",format=" + format
                + ",setparams=range="
                + range + ":colorspace=" + (matrix.equals("bt2020") ? "bt2020nc" : matrix) + ":color_primaries="
                + primaries + ":color_trc=" + transfer;
    }

    /** BT.709 of 8 bits, as nearly all films are. */
    static String usual() {
        return as("yuv420p", "bt709", "tv", "bt709", "bt709");
    }

    static String usual(String format) {
        return as(format, "bt709", "tv", "bt709", "bt709");
    }

    /** The same behind other filters. */
    static String usualAfter(String filters) {
        return " -vf " + filters + "," + coded("yuv420p", "bt709", "tv", "bt709", "bt709");
    }

    static final String H264 = " -c:v libx264 -preset ultrafast -crf 10 -g 25";
    static final String AAC = " -c:a aac OUT";
}
