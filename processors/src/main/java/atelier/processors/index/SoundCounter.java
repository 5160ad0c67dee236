package atelier.processors.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts the samples of a sound's packets, from the first picture on, as FFmpeg's resampler does that decodes all of it: packets
 * follow each other, whatever their times say, until these are too far off; then they are put where they say. So gaps stay gaps.
 *
 * <p>Where sound begins is taken to the millisecond, which is all that Matroska tells, so that a remux changes nothing. Within one of
 * the first picture it begins with that. Most begins whole packets before, which hold the encoder's delay: then it is so many, if their
 * time can have been rounded to the one that is told. (That is not so of MP3, whose delay of 1105 samples is about a packet.)
 */
final class SoundCounter {
    /** By so much time and count may differ: {@code min_hard_comp} of FFmpeg's resampler. */
    private static final double MOST_APART = 0.1;

    /** By so much may a packet come too early or too late: containers round, some to milliseconds. */
    private static final double MOST_UNEVEN = 0.003;

    /** Of so many packets one may come at another time, where films were put together; else their lengths are not equal. */
    private static final int EVEN_OF_ONE = 50;

    /** A sound that begins this long before or behind the pictures is made whole. */
    private static final long MOST_OFFSET_MILLIS = 2000;

    /** Of compressed sound, packets have a multiple of so many samples. */
    private static final int MULTIPLE = 8;

    /** Shorter packets are not told apart by times in milliseconds. */
    private static final double SHORTEST_PACKET = 0.004;

    private static final long MILLIS = 1000;

    /** By less than one milliseconds are rounded; a thousandth of it is left to the arithmetic. */
    private static final double MOST_ROUNDED = 0.999;

    /** By so much FFmpeg's resampler moves no sound to where it should begin: its {@code min_comp}. */
    private static final long MOST_UNMOVED_MILLIS = 1;

    private final SoundTrack track;
    private final int samples;
    private final double first;
    private final long origin;
    private long next;
    private double last;
    private long packets;
    private long uneven;

    private SoundCounter(SoundTrack track, int samples, double first, long origin) {
        this.track = track;
        this.samples = samples;
        this.first = first;
        this.origin = origin;
        this.next = origin;
    }

    /**
     * A packet.
     *
     * @param seconds its time
     * @param size in bytes
     * @param content finds out the SHA-256 of its data
     */
    record Timed(double seconds, long size, Supplier<byte[]> content) {
        byte[] hash() {
            return content.get();
        }
    }

    /**
     * A packet whose place is known.
     *
     * @param sample its first one, from the first picture on
     * @param samples how many it has
     * @param jump how much later than the end of the one before it is; below 0, how much earlier
     * @param packet the packet
     */
    record Counted(long sample, long samples, long jump, Timed packet) {
        long end() {
            return sample + samples;
        }
    }

    /**
     * Begins with a sound's first packets.
     *
     * @param filmSeconds when the first picture is shown, in the input's time
     * @return nothing where its samples cannot be counted
     */
    static Optional<SoundCounter> of(SoundTrack track, List<Timed> packets, double filmSeconds) {
        double first = packets.get(0).seconds();
        double last = packets.get(packets.size() - 1).seconds();
        double length = (last - first) / (packets.size() - 1);
        int samples = (int) Math.round(length * track.sampleRate() / MULTIPLE) * MULTIPLE;
        boolean countable = track.hasEvenPackets()
                && Double.isFinite(length)
                && length >= SHORTEST_PACKET
                && Math.abs(first - filmSeconds) * MILLIS <= MOST_OFFSET_MILLIS;
        return countable
                ? Optional.of(new SoundCounter(track, samples, first, origin(track, samples, first - filmSeconds)))
                : Optional.empty();
    }

    private static long origin(SoundTrack track, int samples, double seconds) {
        long millis = Math.round(MILLIS * seconds);
        if (Math.abs(millis) <= MOST_UNMOVED_MILLIS) {
            return 0;
        }
        long packets = Math.round(seconds * track.sampleRate() / samples) * samples;
        boolean isNear = Math.abs(seconds - (double) packets / track.sampleRate()) * MILLIS < MOST_ROUNDED;
        return packets < 0 && isNear ? packets : Math.round((double) millis * track.sampleRate() / MILLIS);
    }

    /** The place of the next packet; none where packets turn out to be of different lengths. */
    Optional<Counted> next(Timed packet) {
        long said = origin + Math.round((packet.seconds() - first) * track.sampleRate());
        long apart = said - next;
        long jump = Math.abs(apart) > MOST_APART * track.sampleRate() ? apart : 0;
        Counted counted = new Counted(next + jump, samples(packet), jump, packet);
        if (!isEven(packet)) {
            return Optional.empty();
        }
        next = counted.end();
        return Optional.of(counted);
    }

    private boolean isEven(Timed packet) {
        boolean late = packets > 0
                && track.bytesPerSample().isEmpty()
                && Math.abs(packet.seconds() - last - (double) samples / track.sampleRate()) > MOST_UNEVEN;
        last = packet.seconds();
        packets++;
        uneven += late ? 1 : 0;
        return Double.isFinite(last) && uneven <= 2 + packets / EVEN_OF_ONE;
    }

    private long samples(Timed packet) {
        return track.bytesPerSample().isPresent()
                ? packet.size() / track.bytesPerSample().getAsInt()
                : samples;
    }

    /** The sample behind the last packet that was counted. */
    long end() {
        return next;
    }

    /** How many samples a packet has, about. */
    int packet() {
        return samples;
    }
}
