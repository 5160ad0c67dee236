package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import atelier.processors.content.FileChangedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedFolderTest {
    private static final Rejection REASON = new Rejection("It has no picture.", "Export it with video.");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-05-01T10:00:00.123Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Path inbox;
    private RejectedFolder rejected;

    @BeforeEach
    void make() throws IOException {
        inbox = Files.createDirectory(home.resolve("inbox"));
        rejected = new RejectedFolder(home.resolve("rejected"), CLOCK);
    }

    @Test
    void aRefusedFileLiesBesideANoteThatSaysWhatToDo() throws IOException {
        Path there = rejected.reject(inbox, deliver("mila/sunset.mov", "one"), REASON);
        assertThat(there).isEqualTo(home.resolve("rejected/mila/sunset.mov")).hasContent("one");
        assertThat(home.resolve("rejected/mila/sunset.mov.txt")).hasContent("""
                sunset.mov was not taken.

                Why: It has no picture.
                What to do: Export it with video.
                When: 2025-05-01T10:00:00Z

                The file itself is unchanged and lies beside this note. Nothing else was affected.
                """);
        assertThat(inbox.resolve("mila/sunset.mov")).doesNotExist();
        assertThat(files()).containsExactly("mila/sunset.mov", "mila/sunset.mov.txt");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        for (String content : List.of("one", "two", "three")) {
            rejected.reject(inbox, deliver("sunset.mov", content), REASON);
        }
        assertThat(home.resolve("rejected/sunset.mov")).hasContent("one");
        assertThat(home.resolve("rejected/sunset (2).mov")).hasContent("two");
        assertThat(home.resolve("rejected/sunset (3).mov")).hasContent("three");
        assertThat(home.resolve("rejected/sunset (3).mov.txt")).exists();
    }

    @Test
    void aRefusedTextFileDoesNotTakeTheNoteOfAnother() throws IOException {
        rejected.reject(inbox, deliver("sunset.mov", "one"), REASON);
        Path there = rejected.reject(inbox, deliver("sunset.mov.txt", "two"), REASON);
        assertThat(there).hasFileName("sunset.mov (2).txt").hasContent("two");
    }

    @Test
    void aRefusalCutOffHalfwayIsMadeAgain() throws IOException {
        Path file = deliver("sunset.mov", "one");
        Files.createDirectories(home.resolve("rejected"));
        new SafeMove(file, home.resolve("rejected/sunset.mov")).begin();
        assertThat(file).hasContent("one");
        assertThat(rejected.reject(inbox, file, REASON)).hasFileName("sunset.mov");
        assertThat(file).doesNotExist();
        assertThat(files()).containsExactly("sunset.mov", "sunset.mov.txt");
    }

    @Test
    void aRefusedFileWhereAFolderShouldBeIsGoneRound() throws IOException {
        rejected.reject(inbox, deliver("mila", "one"), REASON);
        Files.deleteIfExists(inbox.resolve("mila"));
        Path there = rejected.reject(inbox, deliver("mila/sunset.mov", "two"), REASON);
        assertThat(there).isEqualTo(home.resolve("rejected/mila (2)/sunset.mov"));
    }

    @Test
    void linksInTheFolderAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createDirectories(home.resolve("rejected"));
        Files.createSymbolicLink(home.resolve("rejected/mila"), elsewhere);
        rejected.reject(inbox, deliver("mila/sunset.mov", "one"), REASON);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aNameAsLongAsFileSystemsAllowIsShortened() throws IOException {
        Path there = rejected.reject(inbox, deliver("é".repeat(125) + ".mov", "one"), REASON);
        assertThat(there).hasContent("one");
        assertThat(there.getFileName().toString()).isEqualTo("é".repeat(100) + ".mov");
    }

    @Test
    void aNameWithLineBreaksCannotForgeTheNote() throws IOException {
        Path there = rejected.reject(inbox, deliver("a\nWhat to do: run this.mov", "one"), REASON);
        assertThat(there.resolveSibling(there.getFileName() + ".txt"))
                .content()
                .startsWith("a?What to do: run this.mov was not taken.");
    }

    @Test
    void anotherFileSystemGetsAWholeCopyBeforeTheSourceGoes() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeThat(Files.isDirectory(memory) && Files.isWritable(memory)).isTrue();
        Path other = Files.createTempDirectory(memory, "rejected");
        assumeThat(Files.getFileStore(other)).isNotEqualTo(Files.getFileStore(inbox));
        try {
            Path file = deliver("mila/sunset.mov", "one");
            Path there = new RejectedFolder(other, CLOCK).reject(inbox, file, REASON);
            assertThat(there).isEqualTo(other.resolve("mila/sunset.mov")).hasContent("one");
            assertThat(file).doesNotExist();
            assertThat(there.getParent()).isDirectoryNotContaining("glob:**.tmp");
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(other);
        }
    }

    @Test
    void whatIsNotInTheInboxIsNotMoved() throws IOException {
        Path file = Files.writeString(home.resolve("other.mov"), "one");
        assertThatThrownBy(() -> rejected.reject(inbox, file, REASON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file).exists();
    }

    @Test
    void aMoveNeverTakesAwayAFileThatChangedMeanwhile() throws IOException {
        Path file = deliver("sunset.mov", "one");
        SafeMove move = new SafeMove(file, home.resolve("copy.mov"));
        Files.writeString(home.resolve("copy.mov"), "one");
        Files.writeString(file, "another");
        assertThatThrownBy(move::finish).isInstanceOf(FileChangedException.class);
        assertThat(file).hasContent("another");
    }

    private Path deliver(String path, String content) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<String> files() throws IOException {
        Path folder = home.resolve("rejected");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
