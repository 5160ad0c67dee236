package atelier.processors.encode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Colours of other primaries or of high dynamic range, as BT.709 shows them on a usual screen: a table for FFmpeg's
 * {@code lut3d}, which every FFmpeg has, so that chunks look alike whichever node made them.
 *
 * <p>Highlights are bent down by ITU-R BT.2390, all three colours by as much as the strongest. What is too bright for
 * BT.709 loses saturation, and keeps its light.
 */
final class ColourCube {
    private static final int SIZE = 33;

    private final SourceColour source;
    private final double[][] toBt709;
    private final double[] luminance;
    private final double[] shownLuminance = Primaries.luminance("bt709");

    ColourCube(SourceColour source) {
        this.source = source;
        this.toBt709 = Primaries.toBt709(source.primaries());
        this.luminance = Primaries.luminance(source.primaries());
    }

    /** Writes the table. */
    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("LUT_3D_SIZE " + SIZE + "\n");
            double last = SIZE - 1;
            for (int blue = 0; blue < SIZE; blue++) {
                for (int green = 0; green < SIZE; green++) {
                    for (int red = 0; red < SIZE; red++) {
                        double[] shown = shown(red / last, green / last, blue / last);
                        out.write(String.format(Locale.ROOT, "%.6f %.6f %.6f%n", shown[0], shown[1], shown[2]));
                    }
                }
            }
        }
    }

    /** The code values that show a source's, all of 0 to 1. */
    double[] shown(double red, double green, double blue) {
        double[] light = Primaries.times(toBt709, light(new double[] {red, green, blue}));
        return Arrays.stream(possible(light)).map(Transfer::toScreen).toArray();
    }

    private double[] light(double[] code) {
        return switch (source.transfer()) {
            case SourceColour.PQ -> toned(Arrays.stream(code).map(Transfer::pq).toArray());
            case SourceColour.HLG -> toned(hlg(code));
            default -> Arrays.stream(code).map(Transfer::screen).toArray();
        };
    }

    /** ITU-R BT.2100, table 5: the OOTF of a screen of 1000 cd/m². */
    private double[] hlg(double[] code) {
        double[] scene = Arrays.stream(code).map(Transfer::hlgScene).toArray();
        double gain = Transfer.PEAK * Math.pow(dot(luminance, scene), 0.2);
        return Arrays.stream(scene).map(each -> each * gain).toArray();
    }

    private static double[] toned(double[] light) {
        double strongest = Arrays.stream(light).max().orElse(0);
        double gain = strongest > 0 ? Transfer.toned(strongest) / strongest : 1;
        return Arrays.stream(light).map(each -> each * gain / Transfer.WHITE).toArray();
    }

    /** Nothing below 0; and nearer to the grey of the same light, until nothing is above 1. */
    private double[] possible(double[] unbound) {
        double[] light = Arrays.stream(unbound).map(each -> Math.max(0, each)).toArray();
        double grey = Math.min(1, dot(shownLuminance, light));
        double strongest = Arrays.stream(light).max().orElse(0);
        double saturation = strongest > 1 ? (1 - grey) / (strongest - grey) : 1;
        return Arrays.stream(light)
                .map(each -> grey + saturation * (each - grey))
                .toArray();
    }

    private static double dot(double[] weights, double[] values) {
        return weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2];
    }

    /** Of jobs that are made together some may need the table of colours: all that do need the same. */
    static void write(List<VideoCommand> commands, Scratch scratch) throws IOException {
        for (VideoCommand command : commands) {
            if (command.look().needsCube(command.picture().colour())) {
                new ColourCube(command.picture().colour()).write(scratch.file(Look.CUBE));
                return;
            }
        }
    }
}
