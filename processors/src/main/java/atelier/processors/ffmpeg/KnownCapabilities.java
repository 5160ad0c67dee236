package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was found out about an FFmpeg, in a small file. Without it everything is tried again; nothing else is lost. */
final class KnownCapabilities {
    private static final Logger log = LoggerFactory.getLogger(KnownCapabilities.class);
    private static final String OF = "ffmpeg";

    /** Raised when a trial is another: what an earlier one found says nothing then. */
    private static final String TRIALS = "2";

    private final Path file;
    private final FfmpegInstallation installation;

    KnownCapabilities(Path tools, FfmpegInstallation installation) {
        this.file = tools.resolve("capabilities.properties");
        this.installation = installation;
    }

    /** What is known of this very program. */
    Map<Capability, Boolean> read() {
        Map<Capability, Boolean> known = new EnumMap<>(Capability.class);
        Properties kept = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            kept.load(stream);
            if (identity().equals(kept.getProperty(OF))) {
                for (Capability capability : Capability.values()) {
                    String value = kept.getProperty(capability.name(), "");
                    if (!value.isEmpty()) {
                        known.put(capability, Boolean.valueOf(value));
                    }
                }
            }
        } catch (NoSuchFileException e) {
            // The first start.
        } catch (IOException | IllegalArgumentException e) {
            log.warn("{} cannot be read: what FFmpeg can do is tried again.", file, e);
        }
        return known;
    }

    /** Trials run there too. */
    void createFolder() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "FFmpeg cannot be tried: " + file.getParent() + " cannot be made. Give Atelier the right to.", e);
        }
    }

    void write(Map<Capability, Boolean> known) {
        Properties kept = new Properties();
        known.forEach((capability, works) -> kept.setProperty(capability.name(), works.toString()));
        try {
            kept.setProperty(OF, identity());
            Path temporary = Files.createTempFile(file.getParent(), ".capabilities-", ".tmp");
            try (OutputStream stream = Files.newOutputStream(temporary)) {
                kept.store(stream, "What the FFmpeg named here can do. May be deleted: it is tried again then.");
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("{} cannot be written: what FFmpeg can do is tried at each start.", file, e);
        }
    }

    private String identity() throws IOException {
        Path ffmpeg = installation.ffmpeg();
        return String.join(
                " ",
                installation.version(),
                Long.toString(Files.size(ffmpeg)),
                Files.getLastModifiedTime(ffmpeg).toInstant().toString(),
                ffmpeg.toString(),
                TRIALS);
    }
}
