package atelier.processors.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists, measures and removes what is in a folder, while others may do the same. Follows no links. */
final class FolderContent {
    private FolderContent() {}

    /** What was not there, or is gone meanwhile, is passed over. */
    private abstract static class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }

    private static final class Remover extends Visitor {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Measurer extends Visitor {
        private Optional<Usage> sum = Optional.empty();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return add(0, attributes.lastModifiedTime().toInstant());
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return add(attributes.size(), attributes.lastModifiedTime().toInstant());
        }

        private FileVisitResult add(long bytes, Instant modified) {
            Usage one = new Usage(bytes, modified);
            sum = Optional.of(sum.map(one::plus).orElse(one));
            return FileVisitResult.CONTINUE;
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new Remover());
    }

    static Optional<Usage> usage(Path folder) throws IOException {
        Measurer measurer = new Measurer();
        Files.walkFileTree(folder, measurer);
        return measurer.sum;
    }

    static void folders(Path folder, Consumer<String> each) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path path : content) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    each.accept(path.getFileName().toString());
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing was stored there yet.
        }
    }
}
