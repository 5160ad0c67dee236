package atelier.processors.mp4;

import static atelier.processors.mp4.Recorded.CHUNK;
import static atelier.processors.mp4.Recorded.DELAY;
import static atelier.processors.mp4.Recorded.FRAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentWriterTest {
    @TempDir
    Path folder;

    @Test
    void chunksJoinWithoutAGapOrAShift() throws IOException {
        WrittenChunk first = Recorded.write("chunk-0.mp4", 0, folder.resolve("0"));
        WrittenChunk second = Recorded.write("chunk-1.mp4", CHUNK, folder.resolve("1"));
        assertThat(second.init().bytes()).isEqualTo(first.init().bytes());
        List<WrittenSegment> segments = new ArrayList<>(first.segments());
        segments.addAll(second.segments());
        List<Sample> samples = Recorded.samples(Recorded.joined(folder.resolve("all.mp4"), first.init(), segments));
        List<Long> everyFrame =
                LongStream.range(0, 240).mapToObj(n -> n * FRAME).toList();
        assertThat(samples).extracting(Sample::decodeTime).isEqualTo(everyFrame);
        assertThat(samples).extracting(Sample::duration).containsOnly(FRAME);
        assertThat(Recorded.shown(samples, DELAY)).isEqualTo(everyFrame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunk-0.mp4", "chunk-0-ffmpeg5.mp4"})
    void theSameTimesComeOfEveryWayThatFFmpegWrites(String name) throws IOException {
        WrittenChunk chunk = Recorded.write(name, 5 * CHUNK, folder);
        Path joined = Recorded.joined(folder.resolve("all.mp4"), chunk.init(), chunk.segments());
        List<Sample> samples = Recorded.samples(joined);
        assertThat(samples.get(0).decodeTime()).isEqualTo(5 * CHUNK);
        assertThat(samples).allMatch(sample -> sample.presentationOffset() >= 0);
        assertThat(Recorded.shown(samples, DELAY))
                .isEqualTo(LongStream.range(0, 120)
                        .mapToObj(n -> 5 * CHUNK + n * FRAME)
                        .toList());
        assertThat(samples).extracting(Sample::isSync).containsSubsequence(true, false, true, false, true, false, true);
    }

    @Test
    void codedFramesAreCopiedAsTheyAre() throws IOException {
        WrittenChunk chunk = Recorded.write("chunk-0.mp4", 0, folder);
        Path joined = Recorded.joined(folder.resolve("all.mp4"), chunk.init(), chunk.segments());
        assertThat(Recorded.coded(joined))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(Recorded.coded(Recorded.file("chunk-0.mp4")));
    }

    @Test
    void aSegmentTellsWhatItIs() throws IOException {
        List<WrittenSegment> segments =
                Recorded.write("chunk-0.mp4", CHUNK, folder).segments();
        assertThat(segments).extracting(WrittenSegment::startTicks).containsExactly(CHUNK, CHUNK + CHUNK / 2);
        assertThat(segments).extracting(WrittenSegment::durationTicks).containsOnly(CHUNK / 2);
        assertThat(segments).extracting(WrittenSegment::sampleCount).containsOnly(60);
        assertThat(segments)
                .extracting(segment -> segment.path().getFileName().toString())
                .containsExactly("00000.m4s", "00001.m4s");
        for (WrittenSegment segment : segments) {
            assertThat(Files.size(segment.path())).isEqualTo(segment.bytes());
        }
    }

    @Test
    void theFirstSamplesEndIsTheByteRangeOfAnIFrame() throws IOException {
        WrittenChunk chunk = Recorded.write("chunk-0.mp4", 0, folder);
        Path one = Recorded.joined(
                folder.resolve("one.mp4"), chunk.init(), chunk.segments().subList(0, 1));
        Sample key = Recorded.samples(one).get(0);
        assertThat(chunk.segments().get(0).firstSampleEnd())
                .isEqualTo(key.offset() + key.size() - chunk.init().bytes().length);
    }

    @Test
    void theInitSegmentsEditListTakesTheDelayOffAgain() throws IOException {
        InitSegment init = Recorded.write("chunk-0.mp4", 0, folder).init();
        ByteBuffer list = init.movie().container("trak", "edts").leaf("elst").reader();
        assertThat(list.getInt(12)).isEqualTo((int) DELAY);
    }

    @Test
    void theSameChunkGivesTheSameBytes() throws IOException {
        WrittenChunk first = Recorded.write("chunk-0.mp4", 0, folder.resolve("0"));
        WrittenChunk again = Recorded.write("chunk-0.mp4", 0, folder.resolve("1"));
        for (int i = 0; i < 2; i++) {
            assertThat(again.segments().get(i).path())
                    .hasSameBinaryContentAs(first.segments().get(i).path());
        }
    }

    @Test
    void framesOfVaryingLengthKeepItAndTheLastEndsWithTheChunk() throws IOException {
        ExpectedChunk expected = new ExpectedChunk(33, 50_000, List.of(0L));
        WrittenChunk chunk = new SegmentWriter(1, 0).writeChunk(Recorded.file("varying.mp4"), expected, 700, folder);
        List<Sample> samples =
                Recorded.samples(Recorded.joined(folder.resolve("all.mp4"), chunk.init(), chunk.segments()));
        assertThat(samples).extracting(Sample::duration).startsWith(1000L, 2000L, 1000L, 2000L);
        assertThat(samples.stream().mapToLong(Sample::duration).sum()).isEqualTo(50_000);
        assertThat(samples).allMatch(sample -> sample.presentationOffset() == 0);
        assertThat(chunk.init().movie().container("trak").find("edts")).isEmpty();
    }

    @Test
    void soundKeepsItsTimesAndGetsItsTrack() throws IOException {
        Path file = Recorded.file("sound.mp4");
        Fragments found = Fragments.scan(file);
        WrittenSegment segment = new SegmentWriter(2, 0)
                .writeRun(file, found.init(), found.list().subList(1, 3), 48, 2, folder.resolve("sound.m4s"));
        InitSegment init = found.init().withTrackId(2);
        List<Sample> samples = Recorded.samples(Recorded.joined(folder.resolve("all.mp4"), init, List.of(segment)));
        assertThat(samples.get(0).decodeTime())
                .isEqualTo(found.list().get(1).baseDecodeTime() + 48)
                .isEqualTo(segment.startTicks());
        assertThat(samples).extracting(Sample::duration).containsOnly(1024L);
        assertThat(segment.sampleCount()).isEqualTo(samples.size());
    }

    @Test
    void aMissingFrameIsRefused() {
        refused("chunk-0.mp4", new ExpectedChunk(121, CHUNK, List.of(0L)), "has 120 frames where 121 were planned");
    }

    @Test
    void aFrameBehindThePlannedEndIsRefused() {
        refused("chunk-0.mp4", new ExpectedChunk(120, 119 * FRAME, List.of(0L)), "tick 119119, after its planned end");
    }

    @Test
    void aSegmentWithoutAKeyFrameInFrontIsRefused() {
        refused(
                "chunk-0.mp4",
                new ExpectedChunk(120, CHUNK, List.of(0L, 45 * FRAME)),
                "No fragment starts at tick 45045");
    }

    @Test
    void aSegmentThatAnotherOneLeansOnIsRefused() throws IOException {
        long second =
                Fragments.scan(Recorded.file("open-gop.mp4")).list().get(1).firstPresentation();
        refused("open-gop.mp4", new ExpectedChunk(60, 60 * FRAME, List.of(0L, second)), "open GOP");
    }

    @Test
    void framesReorderedByMoreThanTheDelayAreDecodedEarlierAndShownOnTime() throws IOException {
        WrittenChunk chunk =
                new SegmentWriter(1, FRAME).writeChunk(Recorded.file("chunk-0.mp4"), Recorded.chunk(), CHUNK, folder);
        List<Sample> samples =
                Recorded.samples(Recorded.joined(folder.resolve("all.mp4"), chunk.init(), chunk.segments()));
        assertThat(samples).allMatch(sample -> sample.presentationOffset() >= 0);
        assertThat(samples).allMatch(sample -> sample.duration() > 0);
        assertThat(samples.get(0).decodeTime()).isEqualTo(CHUNK);
        assertThat(samples.stream().mapToLong(Sample::duration).sum()).isEqualTo(CHUNK);
        assertThat(Recorded.shown(samples, FRAME))
                .isEqualTo(LongStream.range(0, 120)
                        .mapToObj(n -> CHUNK + n * FRAME)
                        .toList());
    }

    private void refused(String name, ExpectedChunk expected, String why) {
        assertThatThrownBy(() -> new SegmentWriter(1, DELAY).writeChunk(Recorded.file(name), expected, 0, folder))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining(why)
                .extracting(thrown -> ((Mp4Exception) thrown).reason())
                .isEqualTo(Mp4Exception.Reason.MISMATCH);
    }
}
