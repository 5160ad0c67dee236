package atelier.processors.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What would differ if a file had been written to or replaced.
 *
 * @param bytes its size
 * @param modified when its content was last changed, as its writer says
 * @param changed when the file system last saw any change; unlike {@code modified} nobody can set it back
 * @param identity device and inode
 */
public record FileState(long bytes, String modified, String changed, String identity) {

    /** @return empty if there is no such regular file (a link is not followed) */
    public static Optional<FileState> of(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes basic =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            Object changed = unix ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS) : "";
            return Optional.of(new FileState(
                    basic.size(),
                    basic.lastModifiedTime().toString(),
                    changed.toString(),
                    String.valueOf(basic.fileKey())));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
