package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a player would show of a file. */
record MatrixReading(MediaReader reader, Path file) {

    /** Range, matrix, transfer and primaries, as the file says. */
    String tags() {
        return reader.probe(
                        "-select_streams v:0 -show_entries stream=color_range,color_space,color_transfer,color_primaries"
                                + " -of compact=p=0:nk=1",
                        file.toString())
                .get(0);
    }

    /** Codec, samples a second and channels of each sound. */
    List<String> sound() {
        return reader.probe(
                "-select_streams a -show_entries stream=codec_name,sample_rate,channels -of csv=p=0", file.toString());
    }

    /** Colours of the first picture's corners, by the file's own tags. */
    List<Integer> corners(Path folder) {
        Path raw = folder.resolve("corners.rgb");
        reader.ffmpeg(
                "-y",
                "-i",
                file.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=4:4:flags=area+accurate_rnd+full_chroma_int,format=rgb24",
                "-f",
                "rawvideo",
                raw.toString());
        try {
            byte[] bytes = Files.readAllBytes(raw);
            List<Integer> corners = new ArrayList<>();
            for (int cell : new int[] {0, 3, 12, 15}) {
                corners.add((bytes[3 * cell] & 0xff) << 16
                        | (bytes[3 * cell + 1] & 0xff) << 8
                        | bytes[3 * cell + 2] & 0xff);
            }
            return corners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest difference of a component. */
    static int distance(int one, int other) {
        int largest = 0;
        for (int shift : new int[] {0, 8, 16}) {
            largest = Math.max(largest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return largest;
    }

    /** When the picture turns white, in seconds. */
    double flash() {
        String filters = "signalstats,metadata=select:key=lavfi.signalstats.YAVG:value=160:function=greater,"
                + "metadata=print:file=-";
        return reader.ffmpeg("-i", file.toString(), "-map", "0:v:0", "-vf", filters, "-f", "null", "-").stream()
                .filter(line -> line.contains("pts_time:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*pts_time:(\\S+).*", "$1")))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How many pictures look as if they were made of two fields. */
    long combed() {
        return reader
                .ffmpeg(
                        "-i",
                        file.toString(),
                        "-vf",
                        "idet,metadata=print:key=lavfi.idet.single.current_frame:file=-",
                        "-f",
                        "null",
                        "-")
                .stream()
                .filter(line -> line.endsWith("=tff") || line.endsWith("=bff"))
                .count();
    }
}
