package atelier.processors.spherical;

import atelier.processors.mp4.Box;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sound from everywhere around, as the box {@code SA3D} declares it: github.com/google/spatial-media, docs/spatial-audio-rfc.md.
 *
 * @param order of the spherical harmonics: 1 has four channels, 2 nine
 * @param headLocked whether two more channels are stereo that does not turn with the head
 * @param known whether channels are in the order and of the level that there are names for (ACN, SN3D)
 * @param channels where in the track each component is, the head-locked ones last
 */
public record Ambisonics(int order, boolean headLocked, boolean known, List<Integer> channels) {
    /** Type of the box. */
    public static final String BOX = "SA3D";

    /** Channels of the first order. */
    public static final int FIRST_ORDER = 4;

    private static final int MOST_ORDER = 10;
    private static final int HEAD_LOCKED = 0x80;

    public Ambisonics {
        channels = List.copyOf(channels);
    }

    /** What the body of such a box says; nothing where it is cut off or of a kind that is not ambisonic. */
    static Optional<Ambisonics> read(ByteBuffer body) {
        try {
            int version = body.get();
            int type = Byte.toUnsignedInt(body.get());
            int order = body.getInt();
            boolean known = body.get() == 0 && body.get() == 0;
            int count = body.getInt();
            if (version != 0
                    || (type & ~HEAD_LOCKED) != 0
                    || order < 1
                    || order > MOST_ORDER
                    || count > body.remaining() / 4) {
                return Optional.empty();
            }
            List<Integer> channels =
                    IntStream.range(0, count).map(each -> body.getInt()).boxed().toList();
            return Optional.of(new Ambisonics(order, type == HEAD_LOCKED, known, channels));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Why it cannot be what a track of so many channels is, for people; nothing where it can. */
    public Optional<String> trouble(int track) {
        int needed = components() + (headLocked ? 2 : 0);
        boolean mapped = channels.size() == needed
                && channels.stream().distinct().count() == needed
                && channels.stream().allMatch(each -> each >= 0 && each < track);
        if (mapped && known && track == needed) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The file says that its sound is ambisonic of order %d, which has %d channels in the order of ACN; it has %d%s. It is taken as plain sound.",
                order,
                needed,
                track,
                track == needed ? ", in another order" : ""));
    }

    /** Whether all that is heard is in its first four components: what is locked to the head would be missing there. */
    public boolean isKept() {
        return !headLocked;
    }

    /**
     * FFmpeg's filter that makes first-order ambisonics of it, in the order of ACN: the first components of any order are that. They are given the
     * names of loudspeakers, since AAC has a place for these four and for no other four. (FFmpeg's {@code pan} refuses to reorder what a file calls
     * ambisonic.)
     */
    public String firstOrder() {
        return channels.stream()
                .limit(FIRST_ORDER)
                .map(String::valueOf)
                .collect(Collectors.joining("|", "channelmap=map=", ":channel_layout=4.0"));
    }

    /** The box {@code SA3D} of what {@link #firstOrder} makes. */
    public static Box firstOrderBox() {
        ByteBuffer body = ByteBuffer.allocate(12 + 4 * FIRST_ORDER);
        body.putShort((short) 0).putInt(1).putShort((short) 0).putInt(FIRST_ORDER);
        IntStream.range(0, FIRST_ORDER).forEach(body::putInt);
        return new Box.Leaf(BOX, body.array());
    }

    private int components() {
        return (order + 1) * (order + 1);
    }

    /** FFmpeg's filter that mixes it for two ears: what two cardioid microphones hear that look to the left and to the right. */
    public String mixDown() {
        return "pan=stereo|c0=" + ear("+", 0) + "|c1=" + ear("-", 1);
    }

    private String ear(String side, int locked) {
        String heard = "0.5*c" + channels.get(0) + side + "0.5*c" + channels.get(1);
        return headLocked ? heard + "+c" + channels.get(components() + locked) : heard;
    }
}
