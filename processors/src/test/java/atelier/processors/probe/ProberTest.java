package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ingest.Wholeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProberTest {
    @TempDir
    Path folder;

    private Clips clips;

    @BeforeEach
    void makeClips() {
        clips = new Clips(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "film.mp4, libx264, h264, true",
        "film.mov, libx264, h264, true",
        "film.mkv, libx264, h264, true",
        "film.webm, libvpx-vp9, vp9, true",
        "film.avi, mpeg4, mpeg4, true",
        "film.mxf, mpeg2video, mpeg2video, true",
        "film.ts, mpeg2video, mpeg2video, false",
        "film.mpg, mpeg2video, mpeg2video, false",
        "film.flv, flv, flv1, false",
        "film.asf, wmv2, wmv2, false",
    })
    void everyContainerThatIsTakenIsReadWhateverItsName(String name, String encoder, String codec, boolean tellsItsEnd)
            throws IOException {
        Path clip = clips.make(name, "-map", "0", "-c:v", encoder);
        Path unnamed = Files.move(clip, folder.resolve("unnamed"));
        assertThat(prober().probe(unnamed).video().codec()).isEqualTo(codec);
        assertThat(Wholeness.of(unnamed) instanceof Wholeness.Whole).isEqualTo(tellsItsEnd);
    }

    @Test
    void soundAndPictureOfARealFileAreRead() throws IOException {
        MediaInfo media = prober().probe(clips.make("film.mp4", "-c:v", "libx264", "-c:a", "aac", "-ac", "2"));
        assertThat(media.video().geometry().displayWidth()).isEqualTo(320);
        assertThat(media.mainAudio().orElseThrow().channels()).isEqualTo(2);
    }

    @Test
    void aFilmWithAnOddNameIsRead() throws IOException {
        Path clip = clips.make("film.mp4", "-map", "0", "-c:v", "libx264");
        Path odd = Files.move(clip, folder.resolve("-i concat:a|b%03d 'é\".mp4"));
        assertThat(prober().probe(odd).video().codec()).isEqualTo("h264");
    }

    @Test
    void aCutOffFileIsRefusedAsSuch() throws IOException {
        Path clip = clips.make("film.mp4", "-map", "0", "-c:v", "libx264", "-movflags", "+faststart");
        byte[] content = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(content, content.length - 1000));
        assertRefused(clip, "The file is cut off: box \"mdat\"");
    }

    @Test
    void audioAloneIsRefused() {
        assertRefused(clips.make("tone.m4a", "-map", "1", "-c:a", "aac"), "audio only: it has 1 audio stream (aac)");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(Files.createFile(folder.resolve("film.mp4")), "empty (0 bytes)");
    }

    @Test
    void textPicturesAndSoundNamedAsFilmsAreRefused() throws IOException {
        assertRefused(Files.writeString(folder.resolve("text.mp4"), "Dear diary,\n".repeat(500)), "not a video");
        assertRefused(
                Files.move(clips.make("p.png", "-map", "0", "-frames:v", "1"), folder.resolve("p.mp4")), "not a video");
        assertRefused(Files.move(clips.make("s.wav", "-map", "1"), folder.resolve("s.mp4")), "not a video");
    }

    @Test
    void anEncryptedFilmIsRefused() {
        Path clip = clips.make(
                "film.mp4",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                "-encryption_scheme",
                "cenc-aes-ctr",
                "-encryption_key",
                "76a6c65c5ea762046bd749a2e632ccbb",
                "-encryption_kid",
                "a7e61c373e219033c21091fa607bf3b8");
        assertRefused(clip, "The video is encrypted");
    }

    @Test
    void aFileOfHundredsOfStreamsIsRefused() {
        Path clip = clips.make("film.mkv", "-map", "0", "-c:v", "mpeg4");
        String[] maps = Stream.generate(() -> List.of("-map", "0"))
                .limit(130)
                .flatMap(List::stream)
                .toArray(String[]::new);
        assertRefused(clips.copy(clip, "many.mkv", List.of(), maps), "more than 128 streams");
    }

    @Test
    void unendingOutputIsRefused() throws IOException {
        Programs babbling = (command, limits, output) -> {
            for (int i = 0; i < 100_000; i++) {
                output.accept("\"index\": 1, ".repeat(10));
            }
            return new Outcome(java.time.Duration.ZERO, java.time.Duration.ZERO, List.of());
        };
        Path clip = Files.writeString(folder.resolve("film"), "x");
        assertThatThrownBy(() -> prober(babbling).probe(clip)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"TIMED_OUT, ''", "KILLED, ''", "NOT_STARTED, ''", "FAILED, file:/x.mov: Input/output error"})
    void aFailureOfTheMachineIsNotTheFiles(ProgramException.Cause cause, String said) throws IOException {
        Programs failing = (command, limits, output) -> {
            throw new ProgramException(cause, command, 1, List.of(said), null);
        };
        Path clip = Files.writeString(folder.resolve("film"), "x");
        assertThatThrownBy(() -> prober(failing).probe(clip)).isInstanceOf(ProgramException.class);
    }

    @Test
    void realClipsAreRead() throws IOException {
        Path media = Path.of(System.getProperty("user.dir")).resolve("../../shared/media");
        assumeThat(media).isDirectory();
        assertThat(prober().probe(media.resolve("bbb720.mp4"))
                        .mainAudio()
                        .orElseThrow()
                        .layout())
                .contains("5.1");
        assertThat(prober().probe(media.resolve("echo.webm")).video().codec()).isEqualTo("vp8");
        assertThat(prober().probe(media.resolve("theta_360.mp4")).video().spherical())
                .isEmpty();
    }

    private void assertRefused(Path file, String because) {
        assertThatThrownBy(() -> prober().probe(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(because)
                .hasMessageNotContaining(folder.toString());
    }

    private Prober prober() {
        return prober(FfmpegForTests.programs());
    }

    private Prober prober(Programs programs) {
        return new Prober(programs, Clips.LIMITS, SourceLimits.defaults(), folder);
    }
}
