package atelier.processors.mp4;

import java.nio.ByteBuffer;

/** What a track presents. */
public sealed interface MediaFormat permits MediaFormat.Video, MediaFormat.Audio {

    /** Pictures of {@code width} × {@code height} pixels. */
    record Video(int width, int height) implements MediaFormat {}

    /** Sound with so many channels and samples a second. */
    record Audio(int channels, int sampleRate) implements MediaFormat {}

    /** Reads it from a sample entry: ISO/IEC 14496-12, 12.1.3 and 12.2.3. */
    static MediaFormat of(Box.Container entry, String handler, long timescale) {
        ByteBuffer head = ByteBuffer.wrap(entry.head());
        return switch (handler) {
            case "vide" -> new Video(head.getShort(24) & 0xffff, head.getShort(26) & 0xffff);
            case "soun" -> new Audio(channels(entry, head), sampleRate(head, timescale));
            default -> throw Mp4Exception.unsupported("A track of kind %s is neither pictures nor sound", handler);
        };
    }

    /** FFmpeg writes 2 into every AAC sample entry: the decoder's configuration knows better. */
    private static int channels(Box.Container entry, ByteBuffer head) {
        int declared = head.getShort(16) & 0xffff;
        int configured =
                entry.type().equals("mp4a") ? AudioConfig.of(entry.leaf("esds")).channels() : 0;
        return configured > 0 ? configured : declared;
    }

    private static int sampleRate(ByteBuffer head, long timescale) {
        int declared = head.getInt(24) >>> 16;
        return declared > 0 ? declared : (int) timescale;
    }
}
