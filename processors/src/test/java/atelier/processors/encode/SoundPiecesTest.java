package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sound that is encoded in pieces is what the same sound is, encoded whole. */
class SoundPiecesTest {
    private static final Logger LOG = LoggerFactory.getLogger(SoundPiecesTest.class);
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);

    /** Samples in a millisecond, in which sound may begin earlier or later than it did. */
    private static final int MILLISECOND = 48;

    /** A tone that rises, so that no two moments are alike, a steady one, and clicks. */
    private static final String TONES =
            "0.25*sin(2*PI*(300*t+100*t*t))+0.15*sin(2*PI*1003*t)+0.3*lt(mod(t\\,0.37)\\,0.0004)";

    /**
     * How a film is delivered.
     *
     * @param extension of the file
     * @param rate samples a second
     * @param exact whether its container says to the sample where its sound begins
     * @param coding options
     */
    record Delivery(String name, String extension, int rate, boolean exact, String coding) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Delivery> deliveries() {
        return Stream.of(
                        new Delivery("aac", "mp4", 44_100, true, "-c:a aac"),
                        new Delivery("opus", "mkv", 48_000, false, "-c:a libopus"),
                        new Delivery("transport stream", "ts", 44_100, false, "-c:a aac"),
                        new Delivery("plain samples", "mov", 48_000, true, "-c:a pcm_s16le"),
                        new Delivery("mp3", "mkv", 32_000, false, "-c:a libmp3lame"),
                        new Delivery("dolby", "mp4", 48_000, false, "-c:a ac3"),
                        new Delivery("aac in matroska", "mkv", 44_100, false, "-c:a aac"),
                        new Delivery("late", "mp4", 48_000, true, "-c:a aac -af asetpts=PTS+0.3/TB"),
                        new Delivery("hardly late", "mkv", 48_000, false, "-c:a flac -af asetpts=PTS+0.001/TB"),
                        new Delivery("flac", "mkv", 22_050, true, "-c:a flac"),
                        new Delivery("broadcast", "mxf", 48_000, true, "-c:a pcm_s16le"),
                        new Delivery("avi", "avi", 44_100, true, "-c:a libmp3lame"),
                        new Delivery("flash", "flv", 44_100, false, "-c:a aac"),
                        new Delivery("surround", "mkv", 48_000, false, "-ac 6 -c:a eac3"))
                .limit(Boolean.getBoolean("full") ? 99 : 3);
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aPieceIsWhatTheWholeHasThere(Delivery delivery) throws IOException {
        PiecedFilm film = PiecedFilm.read(film(delivery, 14), folder);

        assertThat(film.pieces()).hasSize(2);
        PiecedFilm.Difference found = film.difference();
        LOG.info("{}: {}", delivery, found);
        // A joint that does not fit is heard above all that two encodes of one sound differ by.
        assertThat(found.atJoints()).isLessThan(-20);
        assertThat(found.elsewhere()).isLessThan(-14);
        assertThat(Math.abs(found.shift())).isLessThanOrEqualTo(delivery.exact() ? 0 : MILLISECOND);
    }

    /** Each has some samples too many: once they are a tenth of a second, they are left out. */
    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void filmsThatWerePutTogetherHaveTheirSoundWhereTheWholeHasIt() throws IOException {
        Path part = film(new Delivery("part", "mp4", 48_000, true, "-c:a aac"), 10);
        Path list = folder.resolve("list.txt");
        Files.writeString(list, ("file '" + part + "'\n").repeat(12));
        Path all = folder.resolve("all.mp4");
        ffmpeg(List.of("-f", "concat", "-safe", "0", "-i", list.toString(), "-c", "copy", all.toString()));

        PiecedFilm film = PiecedFilm.read(all, folder);

        assertThat(film.pieces()).hasSize(9);
        assertThat(film.pieces()).flatExtracting(each -> each.span().jumps()).isNotEmpty();
        PiecedFilm.Difference found = film.difference();
        LOG.info("put together: {}", found);
        assertThat(found.atJoints()).isLessThan(-20);
        assertThat(Math.abs(found.shift())).isLessThanOrEqualTo(MILLISECOND);
    }

    private Path film(Delivery delivery, int seconds) throws IOException {
        List<String> made = new ArrayList<>(List.of("-f", "lavfi", "-i", "color=gray:s=64x36:r=25:d=" + seconds));
        made.addAll(List.of("-f", "lavfi", "-i", "aevalsrc='" + TONES + "':s=" + delivery.rate() + ":d=" + seconds));
        made.addAll(List.of("-c:v", delivery.extension().equals("mxf") ? "mpeg2video" : "libx264", "-g", "50"));
        made.addAll(List.of("-pix_fmt", "yuv420p"));
        made.addAll(List.of(delivery.coding().split(" ")));
        Path first = folder.resolve("first." + delivery.extension());
        made.add(first.toString());
        ffmpeg(made);
        return first;
    }

    private void ffmpeg(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y"));
        all.addAll(arguments);
        FfmpegForTests.withoutSandbox().run(new Command(Program.FFMPEG, all, folder), LIMITS, line -> {});
    }
}
