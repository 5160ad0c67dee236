package atelier.processors.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a track's samples lie (ISO/IEC 14496-12, 8.7.4 and 8.7.5): a file holds runs of samples. Pure. */
final class SamplePlaces {

    /**
     * So many samples in each run, from one on.
     *
     * @param first the run, from 0
     * @param samples in each
     */
    private record Runs(int first, int samples) {}

    private SamplePlaces() {}

    /**
     * The positions of samples: all in the file, none within another one.
     *
     * @param samples the box of tables
     * @param sizes of the samples
     */
    static long[] of(ByteBuffer samples, int[] sizes, long fileBytes) throws OddIndexException {
        long[] starts = starts(samples, fileBytes);
        List<Runs> runs = runs(MovieBoxes.at(samples, "stsc"), starts.length);
        long[] places = new long[sizes.length];
        long end = -1;
        int sample = 0;
        for (int kind = 0; kind < runs.size(); kind++) {
            int until = kind + 1 < runs.size() ? runs.get(kind + 1).first() : starts.length;
            for (int run = runs.get(kind).first(); run < until; run++) {
                long at = starts[run];
                OddIndexException.require(
                        runs.get(kind).samples() <= sizes.length - sample, "there are more places than samples");
                OddIndexException.require(at >= end, "samples lie within one another, or out of order");
                for (int i = 0; i < runs.get(kind).samples(); i++, sample++) {
                    places[sample] = at;
                    at += sizes[sample];
                }
                OddIndexException.require(at <= fileBytes, "a sample ends behind the file");
                end = at;
            }
        }
        OddIndexException.require(sample == sizes.length, "there are fewer places than samples");
        return places;
    }

    private static long[] starts(ByteBuffer samples, long fileBytes) throws OddIndexException {
        Optional<ByteBuffer> small = MovieBoxes.find(samples, "stco");
        boolean isSmall = small.isPresent();
        ByteBuffer entries =
                isSmall ? MovieBoxes.entries(small.get(), 4) : MovieBoxes.entries(MovieBoxes.at(samples, "co64"), 8);
        long[] starts = new long[entries.limit() / (isSmall ? 4 : 8)];
        for (int run = 0; run < starts.length; run++) {
            starts[run] = isSmall ? Integer.toUnsignedLong(entries.getInt()) : entries.getLong();
            OddIndexException.require(starts[run] >= 0 && starts[run] <= fileBytes, "a place is not in the file");
        }
        return starts;
    }

    private static List<Runs> runs(ByteBuffer table, int count) throws OddIndexException {
        ByteBuffer entries = MovieBoxes.entries(table, 12);
        List<Runs> runs = new ArrayList<>();
        int before = -1;
        while (entries.hasRemaining()) {
            int first = entries.getInt() - 1;
            int samples = entries.getInt();
            OddIndexException.require(
                    first > before && first < count && samples > 0 && entries.getInt() == 1, "runs are out of order");
            runs.add(new Runs(first, samples));
            before = first;
        }
        OddIndexException.require(!runs.isEmpty() && runs.get(0).first() == 0, "the first run is not described");
        return runs;
    }
}
