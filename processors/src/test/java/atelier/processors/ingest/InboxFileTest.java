package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxFileTest {
    private static final Set<String> RENDITIONS = Set.of("4K", "3K", "HD", "SD", "TN", "AUDIO");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "sunset.mov, sunset, mov",
        "mila/sunset.MOV, mila/sunset, mov",
        "a/b/c/d.Mp4, a/b/c/d, mp4",
        "sunset, sunset, ''",
        "mila.b/sunset, mila.b/sunset, ''",
        "v1.2.mkv, v1.2, mkv",
        "-i.mov, -i, mov",
        "mail@home.mov, mail@home, mov",
        "sunset@8K.mov, sunset@8K, mov",
        "a@4K@b.mov, a@4K@b, mov",
        "mila@4K/sunset.mov, mila@4K/sunset, mov",
    })
    void aFileIsASourceUnderItsPath(String path, String slug, String extension) throws IOException {
        assertThat(parse(path)).isEqualTo(new SourceFile(new Slug(slug), inbox().resolve(path), extension));
    }

    @ParameterizedTest
    @CsvSource({
        "mila/sunset@4K.mov, mila/sunset, 4K",
        "mila/sunset@hd.MOV, mila/sunset, HD",
        "sunset@AUDIO, sunset, AUDIO",
        "me@home@TN.png, me@home, TN"
    })
    void aKnownRenditionAfterAnAtMakesAnOverride(String path, String slug, String rendition) throws IOException {
        assertThat(parse(path)).isEqualTo(new OverrideFile(new Slug(slug), rendition, inbox().resolve(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mila/sunset.yml", "mila/sunset.YML"})
    void aYmlFileHoldsDetails(String path) throws IOException {
        assertThat(parse(path)).isEqualTo(new DetailsFile(new Slug("mila/sunset"), inbox().resolve(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "._sunset.mov",
                ".git/sunset.mov",
                "mila/.cache/x/sunset.mov",
                "sunset.mov.part",
                "sunset.TMP",
                "sunset.mov.filepart",
                "sunset.mov.CrDownload"
            })
    void hiddenAndUnfinishedFilesAreIgnored(String path) throws IOException {
        assertThat(parse(path)).isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@4K.mov", "mila/@4K.mov", "a\nb.mov", "a\\b.mov", "a\u202Evom.mov"})
    void aNameThatCannotBeTakenIsToldToTheArtist(String path) throws IOException {
        assertThat(parse(path)).isInstanceOf(Misnamed.class);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.mov"), "x");
        Path link = Files.createSymbolicLink(inbox().resolve("link.mov"), secret);
        assertThat(InboxFile.parse(inbox(), link, RENDITIONS)).isInstanceOf(Ignored.class);
    }

    @Test
    void filesBelowALinkedFolderAreIgnored() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.mov"), "x");
        Path linked = Files.createSymbolicLink(inbox().resolve("linked"), elsewhere);
        assertThat(InboxFile.parse(inbox(), linked.resolve("x.mov"), RENDITIONS))
                .isInstanceOf(Ignored.class);
    }

    @Test
    void anInboxThatIsItselfALinkIsFine() throws IOException {
        Files.writeString(inbox().resolve("x.mov"), "x");
        Path linked = Files.createSymbolicLink(home.resolve("linked-inbox"), inbox());
        assertThat(InboxFile.parse(linked, linked.resolve("x.mov"), RENDITIONS)).isInstanceOf(SourceFile.class);
    }

    @Test
    void pipesAndFoldersAreIgnored() throws Exception {
        Path pipe = inbox().resolve("pipe.mov");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(InboxFile.parse(inbox(), pipe, RENDITIONS)).isInstanceOf(Ignored.class);
        Path folder = Files.createDirectory(inbox().resolve("folder.mov"));
        assertThat(InboxFile.parse(inbox(), folder, RENDITIONS)).isInstanceOf(Ignored.class);
    }

    @Test
    void whatIsNotBelowTheInboxIsIgnored() throws IOException {
        Files.writeString(home.resolve("x.mov"), "x");
        assertThat(InboxFile.parse(inbox(), home.resolve("x.mov"), RENDITIONS)).isInstanceOf(Ignored.class);
        assertThat(InboxFile.parse(inbox(), inbox().resolve("../x.mov"), RENDITIONS))
                .isInstanceOf(Ignored.class);
    }

    private Path inbox() throws IOException {
        return Files.createDirectories(home.resolve("inbox"));
    }

    private InboxFile parse(String path) throws IOException {
        Path file = inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return InboxFile.parse(inbox(), file, RENDITIONS);
    }
}
