package atelier.processors.index;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stream's packets, by the tables of its track, at the times that FFmpeg gives them. It moves all by one span; which, and that
 * it reads the tables as we do, is seen by the first packets, as it lists them.
 *
 * @param stream its index in the file
 * @param table of the track
 * @param from the first sample that FFmpeg lists: it leaves what comes long before that which the edit list presents
 * @param count how many packets FFmpeg lists: it ends sound where the edit list does
 * @param presented what is added to the times of presentation
 * @param decoded what is added to those of decoding
 */
record TimedSamples(int stream, SampleTable table, int from, int count, long presented, long decoded) {

    /**
     * Compares a table with what FFmpeg lists of the stream.
     *
     * @param listed the first packets
     * @param pictures whether it is pictures, else sound
     * @throws OddIndexException where these are other packets, or others are to follow
     */
    static TimedSamples of(int stream, SampleTable table, List<Packet> listed, boolean pictures)
            throws OddIndexException {
        OddIndexException.require(!listed.isEmpty(), "a stream begins late");
        Packet first = listed.get(0);
        int from = Arrays.binarySearch(table.positions(), first.position().orElse(-1));
        OddIndexException.require(from >= 0, "FFmpeg begins with another packet");
        TimedSamples timed = new TimedSamples(
                stream,
                table,
                from,
                (pictures ? allPictures(table) : sounds(table)) - from,
                time(first.pts()) - table.presented(from),
                time(first.dts()) - table.decoded()[from]);
        OddIndexException.require(listed.size() <= timed.count(), "FFmpeg lists more packets");
        for (int i = 0; i < listed.size(); i++) {
            OddIndexException.require(
                    timed.isSame(i, listed.get(i), pictures),
                    "FFmpeg lists another packet " + i + " of stream " + stream);
        }
        return timed;
    }

    /** A packet, as FFmpeg would list it; without its hash. */
    Packet packet(int number) {
        int sample = from + number;
        return new Packet(
                stream,
                OptionalLong.of(table.presented(sample) + presented),
                OptionalLong.of(table.decoded()[sample] + decoded),
                OptionalLong.of(table.positions()[sample]),
                table.sizes()[sample],
                (isKey(number) ? "K" : "_") + (isHidden(number) ? "D" : "_"),
                "");
    }

    private boolean isSame(int number, Packet listed, boolean pictures) {
        Packet ours = packet(number);
        return listed.pts().equals(ours.pts())
                && listed.dts().equals(ours.dts())
                && listed.position().equals(ours.position())
                && listed.size() == ours.size()
                && listed.flags().contains("K") == isKey(number)
                && (!pictures || listed.flags().contains("D") == isHidden(number));
    }

    private boolean isKey(int number) {
        return table.keys().get(from + number);
    }

    /** What comes before the part that is presented is decoded for it, and not shown. */
    private boolean isHidden(int number) {
        return table.presented(from + number) < table.edit().from();
    }

    private static long time(OptionalLong said) throws OddIndexException {
        return said.orElseThrow(() -> new OddIndexException("FFmpeg tells no time of a packet"));
    }

    /** Where pictures come behind the end of what is presented, FFmpeg takes some and leaves others. */
    private static int allPictures(SampleTable table) throws OddIndexException {
        long end = table.edit().until();
        for (int i = 0; i < table.count(); i++) {
            boolean ends = table.keys().get(i) && table.presented(i) + table.duration(i) >= end;
            OddIndexException.require(
                    table.presented(i) < end && (!ends || i == table.count() - 1), "the edit list cuts off the end");
        }
        return table.count();
    }

    private static int sounds(SampleTable table) {
        int last = 0;
        while (last + 1 < table.count()
                && table.presented(last) + table.duration(last) < table.edit().until()) {
            last++;
        }
        return last + 1;
    }
}
