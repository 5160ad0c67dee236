package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.sources.Deposit;
import atelier.processors.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves files from the inbox to the sources. A file gets its name among the sources first, then it is recorded, and only then does
 * it leave the inbox: whenever this is cut off, it is simply done again.
 */
final class SourceKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SourceKeeper.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final Sources sources;
    private final Clock clock;

    SourceKeeper(Home home, Sources sources, Clock clock) {
        this.home = home;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Keeps a file, records it, and takes it out of the inbox.
     *
     * @param folder of the file below {@code sources/}
     * @param extension of the file there, without the dot; may be empty
     * @param record writes down what is kept: the file, and its copy elsewhere if there is one
     * @throws IOException if it could not be moved; it is then still in the inbox
     */
    Delivery keep(Path file, String folder, String extension, BiFunction<Path, Deposit, Delivery> record)
            throws IOException {
        sources.requirePresence();
        Path kept = nameAmongSources(folder, extension);
        SafeMove move = new SafeMove(file, kept);
        move.begin();
        long bytes = size(kept);
        Deposit copy = deposit(file, kept);
        Delivery accepted = record.apply(kept, copy);
        if (accepted instanceof Delivery.Known) {
            if (Files.exists(file) && Files.isSameFile(file, kept)) {
                Files.delete(file);
            }
            Files.delete(kept);
            copy.withdraw();
            return accepted;
        }
        move.finish();
        copy.settle();
        LOG.info("{} is taken: {} bytes, kept as {}.", folder, bytes, home.relative(kept));
        return accepted;
    }

    /** Where it cannot be kept now, it is in the inbox still, under its one name. */
    private Deposit deposit(Path file, Path kept) throws IOException {
        try {
            return sources.deposit(kept);
        } catch (RuntimeException | IOException e) {
            if (Files.exists(file)) {
                Files.deleteIfExists(kept);
            }
            throw e;
        }
    }

    /** Bytes of a file that must be there. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be looked at.", e);
        }
    }

    private Path nameAmongSources(String name, String extension) throws IOException {
        Path folder = home.sources().resolve(name);
        Files.createDirectories(folder);
        String unique = STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        return folder.resolve(extension.isEmpty() ? unique : unique + "." + extension);
    }
}
