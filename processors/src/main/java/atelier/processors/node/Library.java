package atelier.processors.node;

import atelier.processors.store.FolderStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That the database, the store and the sources are of one library. Each bears its name; an emptied folder gets a new one, unless
 * others are at work on the one that this node does not see.
 */
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);
    private static final String FILE = FolderStore.MARK;

    private final JdbcClient sql;
    private final List<Path> folders;

    /** @param folders that all nodes share */
    public Library(JdbcClient sql, List<Path> folders) {
        this.sql = sql;
        this.folders = List.copyOf(folders);
    }

    /**
     * Sees that this node's folders are the library's.
     *
     * @param others names of the nodes that are at work on it now
     * @throws NodeException if one is another library's, or none while others are at work
     */
    public void check(List<String> others) {
        Optional<Names> recorded = recorded();
        List<Path> unnamed =
                folders.stream().filter(folder -> name(folder).isEmpty()).toList();
        Names known = recorded.or(() -> ofFolders().map(Names::of)).orElseGet(() -> Names.of(newName()));
        folders.forEach(folder -> name(folder)
                .filter(name -> !known.include(name))
                .ifPresent(name -> refuseForeign(folder, known.id(), name)));
        boolean emptied = recorded.isPresent() && !unnamed.isEmpty();
        if (emptied && !others.isEmpty()) {
            refuseEmpty(unnamed, others);
        }
        // A node that comes back with the folder which this one took to be emptied finds that it is no longer the
        // library's.
        record(emptied ? known.followed() : known, unnamed);
    }

    /** The library's name, and the one that it is being given: who is killed meanwhile goes on with that. */
    private record Names(String id, Optional<String> next) {
        static Names of(String id) {
            return new Names(id, Optional.empty());
        }

        boolean include(String name) {
            return name.equals(id) || next.filter(name::equals).isPresent();
        }

        Names followed() {
            return new Names(id, Optional.of(next.orElseGet(Library::newName)));
        }

        String last() {
            return next.orElse(id);
        }
    }

    private Optional<Names> recorded() {
        return sql.sql("SELECT id, next FROM library")
                .query((row, n) -> new Names(row.getString("id"), Optional.ofNullable(row.getString("next"))))
                .optional();
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    private Optional<String> ofFolders() {
        return folders.stream().flatMap(folder -> name(folder).stream()).findFirst();
    }

    private void record(Names names, List<Path> unnamed) {
        if (!unnamed.isEmpty()) {
            LOG.info("Library {}: {} is its own from now on.", names.last(), unnamed);
        }
        write(names);
        folders.forEach(folder -> write(folder, names.last()));
        write(Names.of(names.last()));
    }

    private void write(Names names) {
        sql.sql("INSERT INTO library (id, next) VALUES (:id, :next) ON DUPLICATE KEY UPDATE id = :id, next = :next")
                .param("id", names.id())
                .param("next", names.next().orElse(null))
                .update();
    }

    private static void refuseForeign(Path folder, String known, String found) {
        throw new NodeException("The folder " + folder + " belongs to another library (" + found
                + ") than the database (" + known
                + "). Atelier does not start; nothing was changed. Set atelier.home to the"
                + " folder that goes with atelier.database.url. If these two are to go together, remove "
                + folder.resolve(FILE)
                + ", and start this node while no other runs.");
    }

    private static void refuseEmpty(List<Path> folders, List<String> others) {
        throw new NodeException("The folders " + folders + " are not those which " + String.join(", ", others)
                + " use, on the same database. Atelier does not start; nothing was changed. Share the folders sources and store"
                + " of the home with the other nodes (mount them here, or name them in atelier.home).");
    }

    private static Optional<String> name(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new NodeException(file + " cannot be read: " + e.getMessage() + ". Atelier does not start.", e);
        }
    }

    private static void write(Path folder, String name) {
        if (name(folder).equals(Optional.of(name))) {
            return;
        }
        try {
            Path temporary = folder.resolve(FILE + "." + UUID.randomUUID());
            Files.writeString(temporary, name, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
            Files.move(temporary, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NodeException(
                    folder + " cannot be written to: " + e.getMessage() + ". Atelier does not start.", e);
        }
    }
}
