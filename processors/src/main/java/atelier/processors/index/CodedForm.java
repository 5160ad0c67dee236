package atelier.processors.index;

import atelier.processors.index.NalUnits.Unit;
import atelier.processors.mp4.CodecString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What of H.264 and HEVC packets is the same in every container. MPEG-TS has start codes, delimiters and the parameter sets
 * again before each key frame; MP4 and Matroska have lengths, and the parameter sets once.
 *
 * <p>Left out are delimiters, filling, notes of the encoder, and parameter sets that are those of the whole stream. Others
 * stay: they change how pictures are decoded.
 */
final class CodedForm {
    private static final int USER_DATA = 5;

    /**
     * The numbers of types of units, in Tables 7-1 of the standards.
     *
     * @param shift where the type stands in a unit's first byte
     * @param mask its bits
     * @param header bytes before the content
     * @param profile how the profile and the level are found
     */
    private record Types(
            int shift, int mask, int header, List<Integer> sets, List<Integer> fillers, int notes, Profile profile) {
        static final Types H264 = new Types(0, 0x1f, 1, List.of(7, 8), List.of(9, 12), 6, new Profile("avc1", 7, 0, 3));
        static final Types HEVC =
                new Types(1, 0x3f, 2, List.of(32, 33, 34), List.of(35, 38), 39, new Profile("hvc1", 33, 2, 12));
    }

    /**
     * Where profile and level stand: behind the first byte of a configuration record, and so in a sequence parameter set.
     *
     * @param entry the sample entry in MP4
     * @param type of the set
     * @param from the byte of the set that stands for the first of a record
     * @param bytes how many they are
     */
    private record Profile(String entry, int type, int from, int bytes) {}

    private final Types types;
    private final int lengthBytes;
    private final Optional<byte[]> record;
    private final List<byte[]> sets = new ArrayList<>();

    private CodedForm(Types types, byte[] extradata) {
        this.types = types;
        boolean measured = extradata.length > (types == Types.H264 ? 6 : 22) && extradata[0] == 1;
        record = Optional.of(extradata).filter(each -> measured);
        lengthBytes = measured ? (extradata[types == Types.H264 ? 4 : 21] & 3) + 1 : 0;
        NalUnits units =
                measured ? ConfigurationRecord.units(extradata, types == Types.HEVC) : NalUnits.marked(extradata);
        units.units().stream()
                .filter(unit -> types.sets().contains(type(extradata, unit)))
                .forEach(unit -> sets.add(Arrays.copyOfRange(extradata, unit.from(), unit.to())));
    }

    /** Whether there is such a form of a codec. */
    static boolean isOf(String codec) {
        return codec.equals("h264") || codec.equals("hevc");
    }

    /**
     * The form of a stream.
     *
     * @param codec one of which {@link #isOf} is true
     * @param extradata what a decoder is told before the first packet
     */
    static CodedForm of(String codec, byte[] extradata) {
        return new CodedForm(codec.equals("hevc") ? Types.HEVC : Types.H264, extradata);
    }

    /** The parameter sets of the whole stream, as a SHA-256 in hexadecimal. */
    String configuration() {
        Fingerprint fingerprint = new Fingerprint("parameter sets 1");
        new TreeSet<>(sets.stream().map(HexFormat.of()::formatHex).toList()).forEach(fingerprint::add);
        return fingerprint.hex();
    }

    /** The codec string (RFC 6381) that the stream has in MP4; nothing where it does not say what it is before the first packet. */
    Optional<String> codec() {
        Profile profile = types.profile();
        return record.or(this::likeRecord)
                .filter(each -> each.length > profile.bytes())
                .map(each -> CodecString.of(profile.entry(), ByteBuffer.wrap(each)));
    }

    private Optional<byte[]> likeRecord() {
        return sets.stream()
                .filter(set ->
                        type(set, new Unit(0, set.length)) == types.profile().type())
                .findFirst()
                .map(set -> unescaped(set, types.profile().from(), set.length));
    }

    /** The SHA-256 of a packet's data; nothing where that cannot be understood. */
    Optional<byte[]> hash(byte[] packet) {
        Optional<NalUnits> units =
                lengthBytes > 0 ? NalUnits.measured(packet, lengthBytes) : Optional.of(NalUnits.marked(packet));
        return units.filter(each -> !each.units().isEmpty()).map(each -> {
            Fingerprint fingerprint = new Fingerprint("units 1");
            each.units().stream()
                    .filter(unit -> !isLeftOut(packet, unit))
                    .forEach(unit -> fingerprint.add(packet, unit.from(), unit.to()));
            return HexFormat.of().parseHex(fingerprint.hex());
        });
    }

    private int type(byte[] data, Unit unit) {
        return data[unit.from()] >> types.shift() & types.mask();
    }

    private boolean isLeftOut(byte[] data, Unit unit) {
        int type = type(data, unit);
        return types.fillers().contains(type)
                || (types.sets().contains(type) && isKnown(data, unit))
                || (type == types.notes() && isNote(data, unit));
    }

    private boolean isKnown(byte[] data, Unit unit) {
        return sets.stream().anyMatch(set -> Arrays.equals(set, 0, set.length, data, unit.from(), unit.to()));
    }

    /** Supplemental information that is one message of an encoder's own: its size must be that of the unit. */
    private boolean isNote(byte[] data, Unit unit) {
        byte[] content = unescaped(data, unit.from() + types.header(), unit.to());
        if (content.length < 2 || content[0] != USER_DATA) {
            return false;
        }
        int at = 1;
        int size = 0;
        while (at < content.length && (content[at] & 0xff) == 0xff) {
            size += 0xff;
            at++;
        }
        return at < content.length && at + 1 + size + (content[at] & 0xff) + 1 == content.length;
    }

    /** Without the bytes that keep content from looking like a start code. */
    private static byte[] unescaped(byte[] data, int from, int to) {
        byte[] plain = new byte[Math.max(0, to - from)];
        int length = 0;
        for (int i = from; i < to; i++) {
            boolean escape = i - from >= 2 && data[i] == 3 && data[i - 1] == 0 && data[i - 2] == 0;
            if (!escape) {
                plain[length++] = data[i];
            }
        }
        return Arrays.copyOf(plain, length);
    }
}
