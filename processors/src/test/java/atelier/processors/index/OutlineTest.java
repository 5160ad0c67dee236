package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index tells of a film is what its reading finds, and what is read out of its order has the names that it gets in it. */
class OutlineTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final String FILM =
            "-f lavfi -i testsrc2=s=128x72:r=25:d=40 -f lavfi -i sine=d=40 -c:a aac -b:a 32k ";
    private static final String H264 = "-c:v libx264 -preset superfast -bf 2 -threads 1 ";

    @TempDir
    Path folder;

    /** What was found by the index alone, each chunk and piece read for itself, and by reading. */
    private static final class Found implements IndexListener {
        private final List<IndexedChunk> chunks = new ArrayList<>();
        private final List<IndexedSound> sounds = new ArrayList<>();
        private final List<IndexedChunk> ahead = new ArrayList<>();
        private final List<IndexedSound> soundsAhead = new ArrayList<>();
        private boolean outlined;
        private boolean whole;

        @Override
        public void opened(Outliner outliner) {
            try (Outline outline = outliner.outline().orElse(null)) {
                outlined = outline != null;
                if (outlined) {
                    readAlone(outline);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void readAlone(Outline outline) throws IOException {
            Outline.Places places = outline.places();
            whole = places.whole();
            for (Outline.ChunkPlace each : places.chunks()) {
                ahead.addAll(outline.read(Set.of(each.number()), Set.of()).chunks());
            }
            for (Outline.SoundPlace each : places.sounds()) {
                soundsAhead.addAll(outline.read(Set.of(), Set.of(each)).sounds());
            }
            assertThat(ahead.stream().map(IndexedChunk::span))
                    .isEqualTo(places.chunks().stream()
                            .map(Outline.ChunkPlace::span)
                            .toList());
        }

        @Override
        public void chunk(IndexedChunk chunk) {
            chunks.add(chunk);
        }

        @Override
        public void sound(IndexedSound sound) {
            sounds.add(sound);
        }
    }

    private Path ffmpeg(String arguments, String name) {
        Path made = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("-v", "error", "-y"));
        words.addAll(List.of(arguments.strip().split(" +")));
        words.addAll(List.of("-progress", "pipe:1", made.toString()));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, line -> {});
        return made;
    }

    private Found read(Path file) {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Found found = new Found();
        try {
            MediaInfo media =
                    new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder).probe(file);
            new Indexer(FfmpegForTests.programs(), LIMITS, CodedFrames.RULE, InputOptions.beforeInput())
                    .read(file, media.track(), sounds(media), folder, threads, Optional.empty(), found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static SoundTracks sounds(MediaInfo media) {
        return new SoundTracks(
                media.sounds().stream()
                        .map(each -> new SoundTrack(
                                each.index(),
                                each.codec(),
                                each.sampleRate(),
                                each.channels(),
                                each.timeBase().orElseThrow()))
                        .toList(),
                new SoundCuts(48_000, Duration.ofSeconds(6)));
    }

    private static void assertSame(Found found) {
        assertThat(found.outlined).isTrue();
        assertThat(found.whole).isTrue();
        assertThat(found.chunks).hasSizeGreaterThan(2);
        assertThat(found.ahead).isEqualTo(found.chunks);
        assertThat(found.sounds).hasSizeGreaterThan(1);
        assertThat(found.soundsAhead).containsExactlyInAnyOrderElementsOf(found.sounds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-g 30; mp4",
                "-g 30 -movflags +faststart; mov",
                "-g 250; mp4",
                "-g 30 -x264-params open-gop=1; mp4",
                "-g 30 -movflags +negative_cts_offsets; mp4",
                "-g 30 -vf select=mod(n-3\\,7) -fps_mode vfr; mp4",
                "-g 40 -r 30000/1001 -video_track_timescale 90000; mp4"
            })
    void ofFilmsAsEncodersMakeThem(String coded, String container) {
        assertSame(read(ffmpeg(FILM + H264 + coded, "film." + container)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ss 1.3 -i film.mp4 -c copy",
                "-itsoffset 1.5 -i film.mp4 -i film.mp4 -map 0:a -map 1:v -c copy",
                "-itsoffset 0.7 -i film.mp4 -i film.mp4 -map 0:v -map 1:a -c copy",
                "-i film.mp4 -t 31.37 -c copy"
            })
    void ofFilmsThatWereCut(String edit) {
        ffmpeg(FILM + H264 + "-g 50", "film.mp4");
        assertSame(read(ffmpeg(edit, "cut.mp4")));
    }

    @Test
    void ofHevc() {
        assertSame(read(
                ffmpeg(FILM + "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=60", "film.mp4")));
    }

    @Test
    void ofAFilmOfRandomAccessPointsAloneAsMuchIsKnownAsAQuarterOfItTells() {
        Found found = read(ffmpeg(FILM + H264 + "-g 1", "film.mp4"));
        assertThat(found.whole).isFalse();
        assertThat(found.ahead).hasSizeBetween(1, found.chunks.size() - 1);
        assertThat(found.chunks).startsWith(found.ahead.toArray(IndexedChunk[]::new));
    }

    @Test
    void ofAFilmOfOneRandomAccessPointAsMuchIsKnownAsAQuarterOfItTells() {
        Found found = read(ffmpeg(FILM + H264 + "-g 9999", "film.mp4"));
        assertThat(found.whole).isFalse();
        assertThat(found.ahead).hasSizeLessThan(found.chunks.size());
        assertThat(found.chunks).startsWith(found.ahead.toArray(IndexedChunk[]::new));
    }

    @ParameterizedTest
    @CsvSource({"-movflags +frag_keyframe+empty_moov, mp4", "-f matroska, mkv", "-f mpegts, ts"})
    void ofOthersNothingIsToldBeforeTheyAreRead(String form, String extension) {
        Found found = read(ffmpeg(FILM + H264 + "-g 30 -t 14 " + form, "film." + extension));
        assertThat(found.outlined).isFalse();
        assertThat(found.chunks).hasSizeGreaterThan(1);
    }
}
