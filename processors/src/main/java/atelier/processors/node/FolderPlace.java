package atelier.processors.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder that all nodes of a library share.
 *
 * @param folder which one
 */
public record FolderPlace(Path folder) implements Place {

    @Override
    public Optional<String> name() {
        Path file = folder.resolve(MARKER);
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new NodeException(file + " cannot be read: " + e.getMessage() + ". Atelier does not start.", e);
        }
    }

    @Override
    public void name(String name) {
        try {
            Path temporary = folder.resolve(MARKER + "." + UUID.randomUUID());
            Files.writeString(temporary, name, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
            Files.move(temporary, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NodeException(
                    folder + " cannot be written to: " + e.getMessage() + ". Atelier does not start.", e);
        }
    }

    @Override
    public String toString() {
        return "The folder " + folder;
    }

    @Override
    public String marker() {
        return folder.resolve(MARKER).toString();
    }
}
