package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a file in the inbox is called, and whatever it is: it is refused with a note, or published, or left alone. */
@PipelineSuite
@Timeout(300)
class HostileNamesTest {
    private static final String CLIP =
            "-f lavfi -i testsrc2=s=160x90:r=25:d=1 -c:v libx264 -preset veryfast -pix_fmt yuv420p OUT";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Home home;

    @AfterEach
    void tidyTheInbox() throws IOException {
        Path folder = home.inbox().resolve("hostile");
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\\\b.mp4", "caf\\351.mp4"})
    void aNameThatTheInboxsListingCannotSpellIsRefusedWithANote(String octal) throws Exception {
        Files.createDirectories(home.inbox().resolve("hostile"));
        shell("cp \"$1\" .moved && mv .moved \"$(printf '" + octal + "')\"", clip());
        String shown = octal.startsWith("a") ? "a\\b.mp4" : "caf\ufffd.mp4";

        await(shown)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(studio.refused("hostile/" + shown + ".txt"))
                        .content()
                        .contains("backslash"));
        assertThat(studio.refused("hostile/" + shown)).hasSameBinaryContentAs(clip());
        assertThat(home.inbox().resolve("hostile")).isEmptyDirectory();
    }

    private void shell(String script, Path argument) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", script, "sh", argument.toString())
                .directory(home.inbox().resolve("hostile").toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb.mp4",
                "a\u0001\u001b[31mb.mp4",
                "a\u007fb.mp4",
                "film\u202e4pm.mp4",
                "a\u2066b\u2069.mp4",
                "a\u2028b.mp4",
                "@HD.mp4"
            })
    void aNameThatNoArtworkCanHaveIsRefusedWithANote(String name) {
        studio.drop(clip(), "hostile/" + name);

        await(name)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(studio.refused("hostile/" + name + ".txt"))
                        .content()
                        .contains("What to do: "));
        assertThat(studio.refused("hostile/" + name)).hasSameBinaryContentAs(clip());
        assertThat(studio.isInInbox("hostile/" + name)).isFalse();
    }

    @Test
    void namesThatOnlyLookDangerousAreNames() {
        List<String> slugs = Stream.of(
                        "-i",
                        "--help",
                        "-rf ~",
                        "x..a",
                        "a..b",
                        "$(reboot)",
                        "`reboot`",
                        "a;reboot",
                        "%n%s",
                        "con",
                        "file:a")
                .map(name -> "hostile/names/" + name)
                .toList();
        slugs.forEach(slug -> studio.drop(clip(), slug + ".mp4"));

        assertThat(slugs)
                .allSatisfy(slug ->
                        assertThat(studio.ready(slug).path("slug").asText()).isEqualTo(slug));
    }

    @Test
    void twoSpellingsOfOneNameAreOneArtworkAndLookAlikesAreTwo() {
        studio.drop(clip(), "hostile/alike/e\u0301.mp4");
        studio.drop(clip(), "hostile/alike/\u0430bc.mp4");
        studio.drop(clip(), "hostile/alike/abc.mp4");

        studio.ready("hostile/alike/\u00e9");
        studio.ready("hostile/alike/\u0430bc");
        studio.ready("hostile/alike/abc");
    }

    @Test
    void aPathOfNearlyFourThousandCharactersIsRefusedWithANote() throws IOException {
        Path at = home.inbox().resolve("hostile");
        while (at.toString().length() < 3_700) {
            at = at.resolve("x".repeat(199));
        }
        Files.createDirectories(at);
        int left = 4_000 - at.toString().length();
        String name = "y".repeat(Math.min(left, 240)) + ".mp4";
        Files.copy(clip(), at.resolve(name));
        Path file = at.resolve(name);

        await().atMost(SOON).until(() -> !Files.exists(file));

        try (var refused = Files.list(home.rejected())) {
            assertThat(refused.map(each -> each.getFileName().toString()))
                    .anyMatch(each -> each.startsWith("yyyy") && each.endsWith(".txt"));
        }
    }

    @Test
    void whatIsNoFileIsLeftAloneAndStopsNothing() throws Exception {
        Path folder = Files.createDirectories(home.inbox().resolve("hostile"));
        Path secret = Files.writeString(home.root().resolve("secret"), "sings");
        Files.createSymbolicLink(folder.resolve("link.mp4"), secret);
        Files.createSymbolicLink(folder.resolve("dangling.mp4"), Path.of("/nowhere"));
        Files.createSymbolicLink(folder.resolve("device.mp4"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("root"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("circle-2"), folder);
        ran("mkfifo", folder.resolve("pipe.mp4").toString());
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(
                    Files.createTempDirectory("socket").resolve("s")));
            Files.move(((UnixDomainSocketAddress) socket.getLocalAddress()).getPath(), folder.resolve("socket.mp4"));
            studio.drop(clip(), "hostile/beside.mp4");
            studio.ready("hostile/beside");
        }

        for (String name :
                List.of("link.mp4", "dangling.mp4", "device.mp4", "root", "circle", "pipe.mp4", "socket.mp4")) {
            assertThat(Files.exists(folder.resolve(name), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .as(name)
                    .isTrue();
        }
        assertThat(secret).hasContent("sings");
        assertThat(studio.artwork("hostile/link").path("slug").isMissingNode()).isTrue();
    }

    private static void ran(String... call) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(call).start().waitFor()).isZero();
    }

    private Path clip() {
        return clips.of("hostile-name", "mp4", List.of(CLIP));
    }
}
