package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Codec parameters of RFC 6381, computed from the configuration record of a decoder. */
public final class CodecString {
    private CodecString() {}

    static String of(Box.Container entry) {
        return switch (entry.type()) {
            case "avc1", "avc3" -> of(entry.type(), entry.leaf("avcC").reader());
            case "hvc1", "hev1" -> of(entry.type(), entry.leaf("hvcC").reader());
            case "av01" -> av1(entry.leaf("av1C").reader());
            case "mp4a" -> aac(entry);
            case "Opus", "fLaC", "ac-3", "ec-3" -> entry.type().toLowerCase(Locale.ROOT);
            default -> throw Mp4Exception.unsupported("The sample entry %s is not known", entry.type());
        };
    }

    /**
     * Of H.264 or HEVC.
     *
     * @param entry type of the sample entry
     * @param record an {@code avcC} or {@code hvcC}, or as much of one as says profile and level
     */
    public static String of(String entry, ByteBuffer record) {
        return entry.startsWith("avc") ? avc(entry, record) : hevc(entry, record);
    }

    /** Profile, compatibility and level: RFC 6381, 3.3. */
    private static String avc(String type, ByteBuffer record) {
        return "%s.%02x%02x%02x".formatted(type, u8(record.get(1)), u8(record.get(2)), u8(record.get(3)));
    }

    /** ISO/IEC 14496-15, annex E.3. */
    private static String hevc(String type, ByteBuffer record) {
        int profile = u8(record.get(1));
        String space = profile >> 6 == 0 ? "" : String.valueOf((char) ('A' + (profile >> 6) - 1));
        StringBuilder codec = new StringBuilder("%s.%s%d.%X.%s%d"
                .formatted(
                        type,
                        space,
                        profile & 0x1f,
                        Integer.reverse(record.getInt(2)),
                        (profile & 0x20) == 0 ? "L" : "H",
                        u8(record.get(12))));
        int last = 11;
        while (last >= 6 && record.get(last) == 0) {
            last--;
        }
        for (int at = 6; at <= last; at++) {
            codec.append(".%X".formatted(u8(record.get(at))));
        }
        return codec.toString();
    }

    /** AV1 codec ISO media file format binding, section 5, without the optional fields. */
    private static String av1(ByteBuffer record) {
        int profileAndLevel = u8(record.get(1));
        int flags = u8(record.get(2));
        boolean high = (flags & 0x40) != 0;
        int depth = !high ? 8 : (flags & 0x20) != 0 && profileAndLevel >> 5 == 2 ? 12 : 10;
        return "av01.%d.%02d%s.%02d"
                .formatted(profileAndLevel >> 5, profileAndLevel & 0x1f, (flags & 0x80) == 0 ? "M" : "H", depth);
    }

    private static String aac(Box.Container entry) {
        AudioConfig config = AudioConfig.of(entry.leaf("esds"));
        return config.objectType() == 0
                ? "mp4a.%02x".formatted(config.codingType())
                : "mp4a.%02x.%d".formatted(config.codingType(), config.objectType());
    }

    private static int u8(byte value) {
        return Byte.toUnsignedInt(value);
    }
}
