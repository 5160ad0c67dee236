package atelier.processors.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** A store in a folder. New objects get a temporary name, are flushed to the disk, and then renamed. */
public final class FolderStore implements Store {
    private final Path root;

    public FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, byte[] content) {
        Path target = resolve(key);
        try {
            Files.createDirectories(target.getParent());
            Path temporary = temporaryBeside(target);
            Files.write(temporary, content);
            commit(temporary, target);
        } catch (IOException e) {
            throw new StoreException("The store could not write '" + key + "'.", e);
        }
    }

    @Override
    public void putAll(String folder, List<Path> files) {
        Path into = resolve(folder);
        try {
            Files.createDirectories(into);
            for (Path file : files) {
                take(file, into.resolve(file.getFileName().toString()));
            }
            flush(into);
        } catch (IOException e) {
            throw new StoreException("The store could not write into '" + folder + "'.", e);
        }
    }

    @Override
    public OptionalLong size(String key) {
        Path file = resolve(key);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? OptionalLong.of(Files.size(file))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open(String key, long offset) {
        try {
            InputStream stream = Files.newInputStream(resolve(key));
            stream.skipNBytes(offset);
            return stream;
        } catch (IOException e) {
            throw new StoreException("The store could not read '" + key + "'.", e);
        }
    }

    private void take(Path file, Path target) throws IOException {
        if (Files.exists(target)) {
            Files.delete(file);
            return;
        }
        Path temporary = temporaryBeside(target);
        Files.move(file, temporary);
        commit(temporary, target);
    }

    private static Path temporaryBeside(Path target) {
        return target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    private static void commit(Path temporary, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path resolve(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("'" + key + "' is no name of a stored object.");
        }
        return path;
    }
}
