package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A delivered file that names other files or addresses makes nobody fetch them. */
@PipelineSuite
class NamedFilesTest {
    private static final String BAIT = "-f lavfi -i testsrc2=s=320x180:r=25:d=2 -c:v mpeg2video -f mpegts OUT";
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(30), 0, 0);
    private static final String PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n";
    private static final String CONCAT = "ffconcat version 1.0\nfile '%s'\n";

    @TempDir
    Path folder;

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Traces traces;

    @Autowired
    private FfmpegInstallation installation;

    private Bait bait;

    @BeforeEach
    void layBait() throws IOException {
        bait = new Bait(clips.of("bait", "ts", List.of(BAIT)), folder);
    }

    @AfterEach
    void takeItAway() {
        bait.close();
    }

    @ParameterizedTest
    @CsvSource({
        "playlist, file, mp4",
        "playlist, http, mp4",
        "playlist, file, m3u8",
        "playlist, http, m3u8",
        "concat, file, mp4",
        "concat, http, mp4"
    })
    void whatAFileNamesIsNotFetched(String kind, String where, String extension) throws IOException {
        String slug = "bad/" + kind + "-" + where + "-" + extension;
        byte[] content = FileBytes.text(content(kind, where));
        studio.folder("bad");
        Set<String> before = traces.atRest();

        studio.drop(content, slug + "." + extension);
        studio.failed(slug);

        assertThat(bait.fetched()).isEmpty();
        assertThat(studio.refused(slug + "." + extension)).hasBinaryContent(content);
        assertThat(studio.refused(slug + "." + extension + ".txt")).exists();
        assertThat(traces.atRest()).isEqualTo(before);
    }

    /** Otherwise the test above could not fail. */
    @ParameterizedTest
    @CsvSource({"playlist, file", "playlist, http", "concat, file", "concat, http"})
    void anFfprobeThatIsNotHeldBackFetchesIt(String kind, String where) throws IOException {
        String extension = kind.equals("playlist") ? "m3u8" : "ffconcat";
        Path file = Files.writeString(folder.resolve("film." + extension), content(kind, where));
        List<String> unsafe = kind.equals("playlist") ? List.of() : List.of("-safe", "0");

        FfmpegForTests.withoutSandbox(installation).run(probe(file, unsafe), LIMITS, line -> {});

        assertThat(bait.fetched()).containsExactly(where);
    }

    private String content(String kind, String where) {
        String target = where.equals("file") ? bait.file().toString() : bait.address();
        return (kind.equals("playlist") ? PLAYLIST : CONCAT).formatted(target);
    }

    private Command probe(Path file, List<String> more) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file,http,tcp"));
        arguments.addAll(more);
        arguments.addAll(List.of("-i", file.toString()));
        return new Command(Program.FFPROBE, arguments, folder);
    }
}
