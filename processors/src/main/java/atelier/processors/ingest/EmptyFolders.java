package atelier.processors.ingest;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Folders that were made for a file which is gone. */
final class EmptyFolders {
    private EmptyFolders() {}

    /**
     * Removes a folder and those above it as far as they are empty.
     *
     * @param root stays, even if it is empty; nothing outside it is touched
     */
    static void remove(Path folder, Path root) throws IOException {
        for (Path at = folder; at.startsWith(root) && !at.equals(root); at = at.getParent()) {
            try {
                Files.delete(at);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (NoSuchFileException e) {
                // Somebody else removed it: those above may be empty too.
            }
        }
    }
}
