package atelier.processors.s3;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** So much of HTTP/1.1 as a proxy needs that passes one request on. */
final class HttpMessage {
    private static final int BLOCK = 8192;

    private HttpMessage() {}

    /**
     * The first line and the fields of a message.
     *
     * @param first line
     * @param fields as they came
     */
    record Head(String first, List<String> fields) {

        /** Method and address. */
        String what() {
            return first.substring(0, first.lastIndexOf(' '));
        }

        /** Bytes that follow. */
        long length() {
            return fields.stream()
                    .filter(each -> is(each, "content-length"))
                    .mapToLong(each ->
                            Long.parseLong(each.substring(each.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(0);
        }

        boolean expectsContinue() {
            return fields.stream().anyMatch(each -> is(each, "expect"));
        }

        /** As it is passed on: nothing follows on this connection, and nobody is asked whether it may. */
        String closing() {
            StringBuilder text = new StringBuilder(first).append("\r\n");
            fields.stream()
                    .filter(each -> !is(each, "expect") && !is(each, "connection"))
                    .forEach(each -> text.append(each).append("\r\n"));
            return text.append("Connection: close\r\n\r\n").toString();
        }

        private static boolean is(String field, String name) {
            return field.regionMatches(true, 0, name + ":", 0, name.length() + 1);
        }
    }

    static Head head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!endsWithEmptyLine(bytes)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The message has no end.");
            }
            bytes.write(next);
        }
        List<String> lines = bytes.toString(StandardCharsets.ISO_8859_1).lines().toList();
        return new Head(lines.get(0), lines.subList(1, lines.size() - 1));
    }

    private static boolean endsWithEmptyLine(ByteArrayOutputStream bytes) {
        return bytes.size() >= 4 && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
    }

    static void copy(InputStream in, OutputStream out, long count) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = count;
        while (left > 0) {
            int read = in.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                return;
            }
            out.write(block, 0, read);
            left -= read;
        }
        out.flush();
    }
}
