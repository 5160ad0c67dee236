package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.Ratio;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopyCommandTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    /** The second of three closed GOPs of 48 frames, at 23.976 frames a second. */
    private static final int FRAMES = 48;

    private static final int TIMESCALE = 24_000;
    private static final long FRAME = 1001;

    @TempDir
    Path folder;

    @Test
    void framesKeepTheirOrderAndAreNotDecoded() {
        Path output = Path.of("/work/job/copied.mp4");

        assertThat(String.join(
                        " ",
                        command(Path.of("/sources/a b.mp4"), new Ratio(1, 12_000), 24_024, 48_048)
                                .writing(output)
                                .arguments()))
                .isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -protocol_whitelist file -noaccurate_seek -seek_timestamp 1 \
                -ss 2.002021 -t 3.002000 -copyts -i file:/sources/a b.mp4 -map 0:0 -an -sn -dn -map_metadata -1 \
                -map_chapters -1 -c:v copy -bsf:v noise=drop=lt(pts\\,24024)+gte(pts\\,48048),\
                setts=pts=PTS:dts=24024+floor((N-2)*500.500000000000)-1 -video_track_timescale 12000 -use_editlist 0 \
                -avoid_negative_ts disabled -flush_packets 1 -movflags +cmaf+frag_keyframe+empty_moov+default_base_moof -f mp4 \
                -stats_period 0.2 -progress pipe:1 -nostats -y /work/job/copied.mp4""");
    }

    /** Matroska counts in milliseconds, between which the frames' times lie. */
    static Stream<Arguments> filesAndPrograms() {
        return FfmpegForTests.all().stream()
                .flatMap(ffmpeg -> Stream.of(
                        Arguments.of("a.mp4", new Ratio(1, TIMESCALE), 48_048L, 96_096L, ffmpeg.version(), ffmpeg),
                        Arguments.of("b.mp4", new Ratio(1, 90_000), 180_180L, 360_360L, ffmpeg.version(), ffmpeg),
                        Arguments.of("c.mkv", new Ratio(1, 1000), 2002L, 4004L, ffmpeg.version(), ffmpeg)));
    }

    @ParameterizedTest(name = "{0} with FFmpeg {4}")
    @MethodSource("filesAndPrograms")
    void aChunkIsTakenOutWithTheTimesOfThePlan(
            String name, Ratio timeBase, long startPts, long endPts, Object version, FfmpegInstallation ffmpeg)
            throws IOException {
        Path film = film(name, timeBase);
        Path copied = folder.resolve("copied.mp4");
        Programs programs = new LocalPrograms(ffmpeg, Duration.ofSeconds(2));
        CopyCommand command = command(film, timeBase, startPts, endPts);

        programs.run(command.writing(copied), LIMITS, line -> {});

        ExpectedChunk expected = new ExpectedChunk(
                FRAMES, FRAMES * FRAME, List.of(0L), Optional.of(new ExpectedChunk.Steps(FRAME, TIMESCALE)));
        WrittenChunk written = new SegmentWriter(1, command.delayTicks())
                .writeChunk(copied, expected, 7 * FRAME, Files.createDirectories(folder.resolve("segments")));
        assertThat(written.init().timescale()).isEqualTo(TIMESCALE);
        assertThat(written.segments()).hasSize(1);
        assertThat(written.segments().get(0).startTicks()).isEqualTo(7 * FRAME);
        assertThat(written.segments().get(0).durationTicks()).isEqualTo(FRAMES * FRAME);
        Path alone = folder.resolve("alone.mp4");
        Files.write(alone, written.init().bytes());
        Files.write(alone, Files.readAllBytes(written.segments().get(0).path()), StandardOpenOption.APPEND);
        assertThat(sizesAsShown(alone)).isEqualTo(sizesAsShown(film).subList(FRAMES, 2 * FRAMES));
    }

    /** How many bytes each coded picture has, in the order in which they are shown. */
    private List<Integer> sizesAsShown(Path file) {
        TreeMap<Long, Integer> sizes = new TreeMap<>();
        String words = "-v error -show_entries packet=pts,size -of csv=p=0 " + file;
        FfmpegForTests.programs().run(new Command(Program.FFPROBE, List.of(words.split(" ")), folder), LIMITS, line -> {
            String[] fields = line.split(",");
            sizes.put(Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
        });
        return List.copyOf(sizes.values());
    }

    /** Each picture is another, and some are coded before others that are shown earlier. */
    private Path film(String name, Ratio timeBase) {
        Path film = folder.resolve(name);
        String words = "-v error -f lavfi -i testsrc2=s=160x90:r=24000/1001 -frames:v " + 3 * FRAMES
                + " -c:v libx264 -bf 2 -b_strategy 0 -g " + FRAMES + " -flags +cgop -sc_threshold 0"
                + " -video_track_timescale " + timeBase.denominator() + " -progress pipe:1 " + film;
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
        return film;
    }

    private static CopyCommand command(Path film, Ratio timeBase, long startPts, long endPts) {
        ChunkSpan span = new ChunkSpan(
                startPts,
                startPts,
                endPts,
                FRAMES,
                TIMESCALE,
                FRAMES * FRAME,
                FRAMES * FRAME,
                FRAME,
                FRAME,
                List.of(0L),
                List.of(0L),
                new CopyCuts(List.of(0L), List.of(0L), 2),
                1,
                false);
        return new CopyCommand(new EncodeInput(film, List.of("-protocol_whitelist", "file"), 0), timeBase, span, 2);
    }
}
