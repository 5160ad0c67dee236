package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that name other files. Each names a real, playable clip beside it; were it followed, there would be a video to find. That
 * the trap works is shown by FFmpeg without the allow-lists, where it follows.
 */
class HostileInputTest {
    private static final String PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nbait.ts\n#EXT-X-ENDLIST\n";
    private static final String CONCAT = "ffconcat version 1.0\nfile bait.ts\n";
    private static final String DASH = """
            <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S">
            <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>bait.mp4</BaseURL>
            </Representation></AdaptationSet></Period></MPD>
            """;
    private static final String SDP =
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n";

    @TempDir
    Path folder;

    @BeforeEach
    void layBait() {
        Clips clips = new Clips(folder);
        clips.make("bait.ts", "-map", "0", "-c:v", "mpeg2video");
        clips.make("bait.mp4", "-map", "0", "-c:v", "libx264");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAYLIST, CONCAT, DASH, SDP})
    void aFileThatNamesOthersIsNotFollowedWhateverItIsCalled(String content) throws IOException {
        for (String name : List.of(
                "film.mp4", "film.mov", "film.ts", "film.m3u8", "film.ffconcat", "film.mpd", "film.sdp", "film")) {
            Path file = Files.writeString(folder.resolve(name), content);
            assertThatThrownBy(() -> prober().probe(file)).as(name).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void theTrapsWorkWhereNothingForbidsThem() throws IOException {
        Path playlist = Files.writeString(folder.resolve("film.m3u8"), PLAYLIST);
        assertThat(ffprobe(playlist, List.of())).anyMatch(line -> line.startsWith("mpeg2video"));
        Path concat = Files.writeString(folder.resolve("film.ffconcat"), CONCAT);
        assertThat(ffprobe(concat, List.of())).anyMatch(line -> line.startsWith("mpeg2video"));
    }

    @Test
    void theOptionsAloneStopThem() throws IOException {
        Path playlist = Files.writeString(folder.resolve("film.m3u8"), PLAYLIST);
        assertThatThrownBy(() -> ffprobe(playlist, InputOptions.beforeInput())).isInstanceOf(ProgramException.class);
        Path concat = Files.writeString(folder.resolve("film.ffconcat"), CONCAT);
        assertThatThrownBy(() -> ffprobe(concat, InputOptions.beforeInput())).isInstanceOf(ProgramException.class);
    }

    @Test
    void aNumberedPictureSeriesIsNotOpened() throws IOException {
        new Clips(folder).make("still1.png", "-map", "0", "-frames:v", "1");
        Path pattern = Files.writeString(folder.resolve("still%d.png"), "x");
        assertThatThrownBy(() -> prober().probe(pattern)).isInstanceOf(RefusedException.class);
    }

    /** They cannot be given as options, since an option that the input's format does not know is an error. */
    @Test
    void quickTimeReferencesToOtherFilesAreOffByDefault() {
        String help = String.join("\n", ffprobe(List.of("-hide_banner", "-h", "demuxer=mov")));
        assertThat(help)
                .containsPattern("-enable_drefs .*\\(default false\\)")
                .containsPattern("-use_absolute_path .*\\(default false\\)");
    }

    private List<String> ffprobe(Path file, List<String> options) {
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-of", "csv=p=0", "-show_entries", "stream=codec_name"));
        arguments.addAll(options);
        arguments.addAll(List.of("-i", InputOptions.input(file)));
        return ffprobe(arguments);
    }

    private List<String> ffprobe(List<String> arguments) {
        List<String> lines = new ArrayList<>();
        FfmpegForTests.programs().run(new Command(Program.FFPROBE, arguments, folder), Clips.LIMITS, lines::add);
        return lines;
    }

    private Prober prober() {
        return new Prober(FfmpegForTests.programs(), Clips.LIMITS, SourceLimits.defaults(), folder);
    }
}
