package atelier.processors.mp4;

import java.nio.ByteBuffer;

/**
 * What an {@code esds} box says: ISO/IEC 14496-1, 7.2.6 and 14496-3, 1.6.2.1.
 *
 * @param codingType object type indication; 0x40 is MPEG-4 audio
 * @param objectType audio object type, 2 for AAC LC; 0 where there is none
 * @param channels 0 where the configuration does not say
 */
record AudioConfig(int codingType, int objectType, int channels) {
    private static final int ES = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8};

    static AudioConfig of(Box.Leaf esds) {
        ByteBuffer es = descriptor(esds.reader().position(4), ES);
        skip(es, 2);
        int flags = es.get();
        skip(es, (flags & 0x80) != 0 ? 2 : 0);
        skip(es, (flags & 0x40) != 0 ? Byte.toUnsignedInt(es.get()) : 0);
        skip(es, (flags & 0x20) != 0 ? 2 : 0);
        ByteBuffer decoder = descriptor(es, DECODER_CONFIG);
        int codingType = Byte.toUnsignedInt(decoder.get());
        skip(decoder, 12);
        return decoder.hasRemaining()
                ? specific(codingType, descriptor(decoder, DECODER_SPECIFIC))
                : new AudioConfig(codingType, 0, 0);
    }

    private static AudioConfig specific(int codingType, ByteBuffer config) {
        byte[] first = new byte[8];
        config.get(first, 0, Math.min(8, config.remaining()));
        Bits bits = new Bits(ByteBuffer.wrap(first).getLong());
        int objectType = bits.next(5);
        if (objectType == 31) {
            objectType = 32 + bits.next(6);
        }
        if (bits.next(4) == 15) {
            bits.next(24);
        }
        int channels = bits.next(4);
        return new AudioConfig(codingType, objectType, channels < CHANNELS.length ? CHANNELS[channels] : 0);
    }

    /** The body of the descriptor that stands next, and the position moved behind it. */
    private static ByteBuffer descriptor(ByteBuffer bytes, int tag) {
        int found = bytes.get();
        int length = 0;
        int next;
        int count = 0;
        do {
            next = bytes.get();
            length = length << 7 | next & 0x7f;
        } while ((next & 0x80) != 0 && ++count < 4);
        if (found != tag || length > bytes.remaining()) {
            throw Mp4Exception.malformed(
                    "The esds box has descriptor %d of %d bytes in the wrong place", found, length);
        }
        ByteBuffer body = bytes.slice(bytes.position(), length);
        skip(bytes, length);
        return body;
    }

    private static void skip(ByteBuffer bytes, int count) {
        if (count > bytes.remaining()) {
            throw Mp4Exception.malformed("The esds box ends too early");
        }
        bytes.position(bytes.position() + count);
    }

    /** Takes bits off the top of a word. */
    private static final class Bits {
        private long word;

        Bits(long word) {
            this.word = word;
        }

        int next(int count) {
            int value = (int) (word >>> (64 - count));
            word <<= count;
            return value;
        }
    }
}
