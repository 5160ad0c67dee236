package atelier.processors.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A track's samples as its tables have them (ISO/IEC 14496-12, 8.6 and 8.7). What FFmpeg reads in ways of its own is refused: several
 * sample descriptions, edit lists that take more than a beginning away, other random access points than those of {@code stss}.
 *
 * @param timescale units of time a second
 * @param positions of the samples' data, in bytes
 * @param sizes of their data, in bytes
 * @param decoded when each is decoded, and when the last one ends; from 0 on
 * @param offsets how much later each is presented
 * @param keys which are random access points
 * @param edit what of the track is presented
 */
@SuppressWarnings("ArrayRecordComponent")
record SampleTable(
        long timescale, long[] positions, int[] sizes, long[] decoded, int[] offsets, BitSet keys, EditedPart edit) {
    /** Nine hours of 30 pictures a second; they take 25 bytes each. */
    static final int MOST_SAMPLES = 1_000_000;

    /** A larger one is hashed otherwise than others. */
    private static final int LARGEST_SAMPLE = 1 << 26;

    static SampleTable of(ByteBuffer track, long movieTimescale, long fileBytes) throws OddIndexException {
        ByteBuffer media = MovieBoxes.at(track, "mdia");
        ByteBuffer samples = MovieBoxes.at(media, "minf", "stbl");
        requirePlain(samples);
        int[] sizes = sizes(MovieBoxes.at(samples, "stsz"));
        long timescale = MovieBoxes.timescale(MovieBoxes.at(media, "mdhd"));
        return new SampleTable(
                timescale,
                SamplePlaces.of(samples, sizes, fileBytes),
                sizes,
                decoded(MovieBoxes.at(samples, "stts"), sizes.length),
                offsets(samples, sizes.length),
                keys(samples, sizes.length),
                EditedPart.of(track, timescale, movieTimescale));
    }

    int count() {
        return sizes.length;
    }

    /** When a sample is presented, in the track's own time. */
    long presented(int sample) {
        return decoded[sample] + offsets[sample];
    }

    /** How long it lasts. */
    long duration(int sample) {
        return decoded[sample + 1] - decoded[sample];
    }

    private static void requirePlain(ByteBuffer samples) throws OddIndexException {
        ByteBuffer descriptions = MovieBoxes.at(samples, "stsd");
        OddIndexException.require(
                descriptions.limit() >= 8 && descriptions.getInt(4) == 1, "there are several sample descriptions");
        OddIndexException.require(MovieBoxes.find(samples, "stps").isEmpty(), "there are partial random access points");
        for (ByteBuffer group : MovieBoxes.all(samples, "sbgp")) {
            OddIndexException.require(
                    group.limit() >= 8 && group.getInt(4) != 0x72617020, "there are groups of random access points");
        }
    }

    private static int[] sizes(ByteBuffer table) throws OddIndexException {
        OddIndexException.require(table.limit() >= 12, "a table ends in its head");
        int size = table.getInt(4);
        int count = table.getInt(8);
        OddIndexException.require(count > 0 && count <= MOST_SAMPLES, "there are no samples, or very many");
        int[] sizes = new int[count];
        Arrays.fill(sizes, size);
        if (size == 0) {
            MovieBoxes.entries(table, 12, 4).asIntBuffer().get(sizes);
        }
        for (int each : sizes) {
            OddIndexException.require(each > 0 && each <= LARGEST_SAMPLE, "a sample is empty, or very large");
        }
        return sizes;
    }

    private static long[] decoded(ByteBuffer table, int count) throws OddIndexException {
        ByteBuffer entries = MovieBoxes.entries(table, 8);
        long[] decoded = new long[count + 1];
        int sample = 0;
        while (entries.hasRemaining()) {
            int many = entries.getInt();
            int duration = entries.getInt();
            OddIndexException.require(many > 0 && many <= count - sample, "there are more times than samples");
            OddIndexException.require(duration > 0, "a sample lasts no time");
            for (int i = 0; i < many; i++, sample++) {
                decoded[sample + 1] = decoded[sample] + duration;
            }
        }
        OddIndexException.require(sample == count, "there are fewer times than samples");
        return decoded;
    }

    private static int[] offsets(ByteBuffer samples, int count) throws OddIndexException {
        int[] offsets = new int[count];
        int sample = 0;
        for (ByteBuffer table : MovieBoxes.find(samples, "ctts").stream().toList()) {
            ByteBuffer entries = MovieBoxes.entries(table, 8);
            while (entries.hasRemaining()) {
                int many = entries.getInt();
                OddIndexException.require(many > 0 && many <= count - sample, "there are more offsets than samples");
                Arrays.fill(offsets, sample, sample + many, entries.getInt());
                sample += many;
            }
            OddIndexException.require(sample == count, "there are fewer offsets than samples");
        }
        return offsets;
    }

    private static BitSet keys(ByteBuffer samples, int count) throws OddIndexException {
        BitSet keys = new BitSet(count);
        for (ByteBuffer table : MovieBoxes.find(samples, "stss").stream().toList()) {
            ByteBuffer entries = MovieBoxes.entries(table, 4);
            OddIndexException.require(entries.hasRemaining(), "there are no random access points");
            while (entries.hasRemaining()) {
                int sample = entries.getInt();
                OddIndexException.require(sample > 0 && sample <= count, "a random access point is no sample");
                keys.set(sample - 1);
            }
        }
        if (keys.isEmpty()) {
            keys.set(0, count);
        }
        return keys;
    }
}
