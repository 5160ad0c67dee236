package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pipe with a name, which is gone when this is closed. */
record NamedPipe(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NamedPipe.class);

    /** Makes one, for this user alone. */
    static NamedPipe make(Path path) throws IOException {
        Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", path.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mkfifo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Uninterrupted.run(mkfifo::waitFor);
        if (mkfifo.exitValue() != 0) {
            throw new IOException("No pipe " + path + " could be made: " + said.strip());
        }
        return new NamedPipe(path);
    }

    /** Who opens a pipe waits until somebody opens its other end: they go on, and find nothing there. */
    void letGo() {
        try {
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            LOG.debug("Nobody waits at {}: {}", path, e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
