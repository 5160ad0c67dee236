package atelier.processors.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small containers for tests, made by hand. */
final class Boxes {
    private Boxes() {}

    static byte[] box(String type, int contentBytes) {
        byte[] content = new byte[contentBytes];
        Arrays.fill(content, (byte) 'x');
        return join(header(8 + contentBytes, type), content);
    }

    /** A header of 8 bytes that claims any size. */
    static byte[] header(long size, String type) {
        return ByteBuffer.allocate(8)
                .putInt((int) size)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    /** A header of 16 bytes, with a size of 64 bits. */
    static byte[] largeHeader(long size, String type) {
        return join(header(1, type), ByteBuffer.allocate(8).putLong(size).array());
    }

    static byte[] zeros(int count) {
        return new byte[count];
    }

    static byte[] bytes(int... values) {
        byte[] array = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            array[i] = (byte) values[i];
        }
        return array;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
