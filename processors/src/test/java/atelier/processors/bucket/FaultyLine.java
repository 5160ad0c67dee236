package atelier.processors.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to an S3 server that cuts answers short, or answers by itself that the server asks for fewer requests. */
final class FaultyLine implements AutoCloseable {
    private static final String SLOW_DOWN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>""";

    private final ServerSocket listening;
    private final URI server;
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicLong brought = new AtomicLong();
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile Runnable whenCut = () -> {};

    FaultyLine(URI server) {
        this.server = server;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::listen);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Cuts so many answers after so many bytes each. */
    void cut(int times, long after, Runnable then) {
        whenCut = then;
        cutAfter = after;
        cuts.set(times);
    }

    /** Answers so many requests with 503 SlowDown. */
    void slowDown(int times) {
        refusals.set(times);
    }

    /** How many bytes came from the server. */
    long brought() {
        return brought.get();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                thread(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                refuse(client);
                return;
            }
            try (Socket behind = new Socket(server.getHost(), server.getPort())) {
                thread(() -> forward(client, behind));
                backward(behind, client);
            }
        } catch (IOException e) {
            // One of both went.
        }
    }

    private static void refuse(Socket client) throws IOException {
        client.getInputStream().read(new byte[64 * 1024]);
        String answer =
                "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                        + SLOW_DOWN.length() + "\r\n\r\n" + SLOW_DOWN;
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static void forward(Socket client, Socket behind) {
        try {
            client.getInputStream().transferTo(behind.getOutputStream());
        } catch (IOException e) {
            // One of both went.
        }
    }

    private void backward(Socket behind, Socket client) throws IOException {
        InputStream from = behind.getInputStream();
        OutputStream to = client.getOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long passed = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            passed += read;
            brought.addAndGet(read);
            if (passed > cutAfter && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                whenCut.run();
                return;
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "faulty-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
