package atelier.routes.pipeline;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * H.264 of field pictures (ITU-T H.264, 7.3), which FFmpeg decodes and does not encode: two coded pictures of half the lines make one that is
 * shown. All macroblocks are samples as they are (I_PCM), of a bar that moves with each field.
 */
final class FieldPictures {
    static final int WIDTH = 128;
    static final int HEIGHT = 96;
    private static final int BLOCK = 16;
    private static final int GOP = 12;
    private static final int BAR = 40;

    private final BitSet bits = new BitSet();
    private int length;

    private FieldPictures() {}

    /** A byte stream of so many pictures, each of an upper field and a lower one. */
    static byte[] stream(int pictures) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int picture = 0; picture < pictures; picture++) {
            delimiter(stream);
            if (picture % GOP == 0) {
                unit(stream, 0x67, sequence());
                unit(stream, 0x68, parameters());
            }
            unit(stream, picture % GOP == 0 ? 0x65 : 0x61, field(picture, 0));
            delimiter(stream);
            unit(stream, 0x61, field(picture, 1));
        }
        return stream.toByteArray();
    }

    /** Main profile, level 3, frames that may be fields, 25 a second. */
    private static FieldPictures sequence() {
        FieldPictures unit = new FieldPictures().fixed(24, 77 << 16 | 30);
        unit.counts(0, 0, 0, 0, 1).fixed(1, 0).counts(WIDTH / BLOCK - 1, HEIGHT / BLOCK / 2 - 1);
        return unit.fixed(9, 0b0_0_1_0_1_0000)
                .fixed(1, 1)
                .fixed(32, 1)
                .fixed(32, 50)
                .fixed(5, 0b1_0000);
    }

    private static FieldPictures parameters() {
        return new FieldPictures()
                .counts(0, 0)
                .fixed(2, 0)
                .counts(0, 0, 0)
                .fixed(3, 0)
                .counts(0, 0, 0)
                .fixed(3, 0);
    }

    private static FieldPictures field(int picture, int lower) {
        int inGop = picture % GOP;
        boolean first = inGop == 0 && lower == 0;
        FieldPictures unit = new FieldPictures().counts(0, 7, 0).fixed(4, inGop).fixed(2, 0b10 | lower);
        if (first) {
            unit.counts(picture / GOP % 2);
        }
        unit.fixed(4, (2 * inGop + lower) % 16).fixed(first ? 2 : 1, 0).counts(0);
        for (int y = 0; y < HEIGHT / 2; y += BLOCK) {
            for (int x = 0; x < WIDTH; x += BLOCK) {
                unit.block(x, y, 2 * picture + lower, lower);
            }
        }
        return unit;
    }

    private void block(int left, int top, int time, int lower) {
        counts(25).aligned();
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                fixed(8, Math.floorMod(x - 3 * time, WIDTH) < BAR ? 200 : 60 + (2 * y + lower) / 2);
            }
        }
        for (int i = 0; i < BLOCK * BLOCK / 2; i++) {
            fixed(8, 128);
        }
    }

    private FieldPictures fixed(int count, long value) {
        for (int i = count - 1; i >= 0; i--) {
            bits.set(length++, (value >> i & 1) == 1);
        }
        return this;
    }

    /** Exp-Golomb codes: 9.1. */
    private FieldPictures counts(int... values) {
        for (int value : values) {
            int zeros = 31 - Integer.numberOfLeadingZeros(value + 1);
            fixed(zeros, 0).fixed(zeros + 1, value + 1);
        }
        return this;
    }

    private void aligned() {
        length = (length + 7) / 8 * 8;
    }

    private static void delimiter(ByteArrayOutputStream stream) {
        stream.writeBytes(new byte[] {0, 0, 0, 1, 9, 0x10});
    }

    private static void unit(ByteArrayOutputStream stream, int header, FieldPictures content) {
        stream.writeBytes(new byte[] {0, 0, 0, 1, (byte) header});
        content.fixed(1, 1).aligned();
        int zeros = 0;
        for (int at = 0; at < content.length; at += 8) {
            int value = 0;
            for (int bit = 0; bit < 8; bit++) {
                value = value << 1 | (content.bits.get(at + bit) ? 1 : 0);
            }
            if (zeros >= 2 && value <= 3) {
                stream.write(3);
                zeros = 0;
            }
            stream.write(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
    }
}
