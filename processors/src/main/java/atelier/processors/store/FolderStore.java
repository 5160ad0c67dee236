package atelier.processors.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A store in a folder. New objects get a temporary name, are flushed to the disk, and then renamed. A folder that was seen to
 * bear the library's mark and bears it no more is taken for one that is not mounted: nothing is read, written or missed there.
 */
public final class FolderStore implements Store {
    private static final int LONGEST_NAME = 255;

    private final Path root;
    private final Presence presence;

    public FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.presence = new Presence("The store", this.root);
    }

    @Override
    public void put(String key, byte[] content) {
        requirePresence();
        Path target = resolve(key);
        try {
            Files.createDirectories(target.getParent());
            WholeFiles.write(target, content);
        } catch (IOException e) {
            throw new StoreException("The store could not write '" + key + "'.", e);
        }
    }

    @Override
    public void putAll(String folder, List<Path> files) {
        requirePresence();
        Path into = resolve(folder);
        try {
            Files.createDirectories(into);
            for (Path file : files) {
                WholeFiles.take(file, into.resolve(file.getFileName().toString()));
            }
            WholeFiles.flush(into);
        } catch (IOException e) {
            throw new StoreException("The store could not write into '" + folder + "'.", e);
        }
    }

    @Override
    public OptionalLong size(String key) {
        requirePresence();
        Path file = resolve(key);
        if (!isPossible(file)) {
            return OptionalLong.empty();
        }
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() ? OptionalLong.of(found.size()) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            if (isBelowAFile(file)) {
                return OptionalLong.empty();
            }
            // A disk that does not answer must not look like one that is empty: all would be made again.
            throw new StoreException("The store could not look at '" + key + "'.", e);
        }
    }

    @Override
    public InputStream open(String key, long offset) {
        requirePresence();
        try {
            InputStream stream = Files.newInputStream(resolve(key));
            stream.skipNBytes(offset);
            return stream;
        } catch (IOException e) {
            throw new StoreException("The store could not read '" + key + "'.", e);
        }
    }

    @Override
    public void delete(String key) {
        requirePresence();
        try {
            Files.deleteIfExists(resolve(key));
        } catch (IOException e) {
            throw new StoreException("The store could not remove '" + key + "'.", e);
        }
    }

    @Override
    public void deleteAll(String folder) {
        requirePresence();
        try {
            FolderContent.delete(resolve(folder));
        } catch (IOException e) {
            throw new StoreException("The store could not remove all of '" + folder + "'.", e);
        }
    }

    @Override
    public void folders(String folder, Consumer<String> each) {
        requirePresence();
        try {
            FolderContent.folders(resolve(folder), each);
        } catch (IOException e) {
            throw new StoreException("The store could not list '" + folder + "'.", e);
        }
    }

    @Override
    public Optional<Usage> usage(String folder) {
        requirePresence();
        try {
            return FolderContent.usage(resolve(folder));
        } catch (IOException e) {
            throw new StoreException("The store could not look into '" + folder + "'.", e);
        }
    }

    /** A temporary file lies beside what it was to be, and goes with that. */
    @Override
    public int removeUnfinished(Instant before) {
        return 0;
    }

    @Override
    public Optional<String> trouble() {
        return presence.trouble()
                .or(() -> Optional.of("The folder " + root + " cannot be written to. Let this process do so.")
                        .filter(text -> Files.isDirectory(root) && !Files.isWritable(root)));
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** No file system has longer names: asked for one, it answers with an error. */
    private boolean isPossible(Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                return false;
            }
        }
        return true;
    }

    private boolean isBelowAFile(Path file) {
        for (Path above = file.getParent(); !above.equals(root); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }

    private void requirePresence() {
        presence.trouble().ifPresent(text -> {
            throw new StoreException(text);
        });
    }

    private Path resolve(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("'" + key + "' is no name of a stored object.");
        }
        return path;
    }
}
