package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One kept connection to a server: as little work as a client can have, so that the server is what is measured. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private final byte[] scratch = new byte[1 << 16];
    private Socket socket;
    private InputStream in;

    Wire(URI server) {
        this.server = server;
    }

    /**
     * An answer.
     *
     * @param body where it was asked to be kept; else empty
     * @param bytes of the body, as it came
     */
    record Answer(int status, byte[] body, long bytes) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Head(int status, long length, boolean chunked, boolean gzip, boolean close) {}

    /** Asks for a path and reads the whole answer. */
    Answer get(String path, boolean keep) throws IOException {
        connect();
        try {
            send(path);
            Head head = head();
            ByteArrayOutputStream kept = keep ? new ByteArrayOutputStream() : null;
            long bytes = head.chunked() ? chunks(kept) : run(head.length(), kept);
            if (head.close()) {
                close();
            }
            return new Answer(head.status(), keep ? unpacked(kept.toByteArray(), head.gzip()) : new byte[0], bytes);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        if (socket == null) {
            Socket fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            fresh.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket = fresh;
            in = new BufferedInputStream(fresh.getInputStream(), 1 << 14);
        }
    }

    private void send(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAccept-Encoding: gzip\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private Head head() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        boolean gzip = false;
        boolean close = false;
        for (String line = line().toLowerCase(Locale.ROOT); !line.isEmpty(); line = line().toLowerCase(Locale.ROOT)) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("content-length:")) {
                length = Long.parseLong(value);
            }
            chunked |= line.startsWith("transfer-encoding:") && value.equals("chunked");
            gzip |= line.startsWith("content-encoding:") && value.equals("gzip");
            close |= line.startsWith("connection:") && value.equals("close");
        }
        return new Head(status, length, chunked, gzip, close);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private long chunks(ByteArrayOutputStream kept) throws IOException {
        long bytes = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            bytes += run(size, kept);
            line();
        }
        line();
        return bytes;
    }

    private long run(long length, ByteArrayOutputStream kept) throws IOException {
        long left = length;
        while (left > 0) {
            int read = in.read(scratch, 0, (int) Math.min(scratch.length, left));
            if (read < 0) {
                throw new IOException("The connection ended in an answer.");
            }
            if (kept != null) {
                kept.write(scratch, 0, read);
            }
            left -= read;
        }
        return length;
    }

    private static byte[] unpacked(byte[] body, boolean gzip) throws IOException {
        if (!gzip) {
            return body;
        }
        try (GZIPInputStream content = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is gone in any case.
        }
        socket = null;
    }
}
