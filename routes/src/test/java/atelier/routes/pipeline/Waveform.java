package atelier.routes.pipeline;

import java.util.List;

/**
 * Loudness of a file's sound in time, a value for each millisecond, as a player would hear it beside the pictures.
 *
 * @param peaks highest level in each millisecond, in dB below full scale
 */
record Waveform(List<Double> peaks) {
    private static final double LOUD = -30;
    private static final int RATE = 48_000;

    /** Reads the sound of a file or an address; where it begins after the pictures, silence is put before it. */
    static Waveform of(MediaReader reader, String input) {
        String filters = "aresample=" + RATE + ":async=1:first_pts=0,pan=mono|c0=c0,asetnsamples=" + RATE / 1000
                + ",astats=metadata=1:reset=1,ametadata=print:key=lavfi.astats.Overall.Peak_level:file=-";
        return new Waveform(reader.ffmpeg("-i", input, "-map", "0:a", "-af", filters, "-f", "null", "-").stream()
                .filter(line -> line.contains("Peak_level="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .map(text -> text.equals("-inf") ? -200.0 : Double.parseDouble(text))
                .toList());
    }

    double seconds() {
        return peaks.size() / 1000.0;
    }

    /** When it is loud for the first time, from a time on, in seconds. */
    double firstLoud(double from) {
        for (int i = (int) Math.round(1000 * from); i < peaks.size(); i++) {
            if (peaks.get(i) > LOUD) {
                return i / 1000.0;
            }
        }
        throw new AssertionError("It is silent after " + from + " s.");
    }

    /** When it is loud for the last time, in seconds. */
    double lastLoud() {
        int last = peaks.size() - 1;
        while (peaks.get(last) <= LOUD) {
            last--;
        }
        return last / 1000.0;
    }
}
