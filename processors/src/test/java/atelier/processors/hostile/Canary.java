package atelier.processors.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A file and a port of this machine that notice when somebody comes near. */
public final class Canary implements AutoCloseable {
    /** Older than the file's content, so that even mounts which rarely note an access note this one. */
    private static final FileTime NEVER = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private final Path file;
    private final ServerSocket port;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param content of the file: a film, so that whoever follows finds one */
    public Canary(Path folder, byte[] content) throws IOException {
        file = Files.write(folder.resolve("canary.ts"), content);
        Files.setAttribute(file, "lastAccessTime", NEVER);
        port = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread listening = new Thread(this::listen, "canary");
        listening.setDaemon(true);
        listening.start();
    }

    public Path file() {
        return file;
    }

    public String address() {
        return "http://127.0.0.1:" + port.getLocalPort() + "/canary.ts";
    }

    /** What was touched so far. */
    public List<String> touched() throws IOException {
        List<String> touched = new ArrayList<>();
        if (!Files.getAttribute(file, "lastAccessTime").equals(NEVER)) {
            touched.add("file");
        }
        if (calls.get() > 0) {
            touched.add("port");
        }
        return touched;
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private void listen() {
        while (!port.isClosed()) {
            try {
                Socket caller = port.accept();
                calls.incrementAndGet();
                caller.close();
            } catch (IOException e) {
                // Closed, or the caller is gone again: it counts only who came.
            }
        }
    }
}
