package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedMp4Test {
    @TempDir
    Path folder;

    private final List<WrittenSegment> pictures = new ArrayList<>();
    private final List<WrittenSegment> sound = new ArrayList<>();
    private InitSegment picturesInit;
    private InitSegment soundInit;
    private JoinedMp4 joined;

    @BeforeEach
    void join() throws IOException {
        WrittenChunk chunk = Recorded.write("chunk-0.mp4", 0, folder);
        picturesInit = chunk.init();
        pictures.addAll(chunk.segments());
        Path file = Recorded.file("sound.mp4");
        Fragments found = Fragments.scan(file);
        soundInit = found.init().canonical().withTrackId(2).withEditList(1024);
        for (Fragment fragment : found.list()) {
            Path target = folder.resolve("sound-" + sound.size() + ".m4s");
            sound.add(new SegmentWriter(2, 0).writeRun(file, found.init(), List.of(fragment), 0, 1, target));
        }
        joined = JoinedMp4.of(List.of(track(picturesInit, pictures), track(soundInit, sound)));
    }

    @Test
    void itIsItsHeadAndAllSegmentsByTimeUntouched() throws IOException {
        byte[] whole = bytes(0, joined.size());
        List<WrittenSegment> order =
                new ArrayList<>(List.of(pictures.get(0), sound.get(0), sound.get(1), pictures.get(1)));
        order.addAll(sound.subList(2, sound.size()));
        int at = whole.length
                - (int) order.stream().mapToLong(WrittenSegment::bytes).sum();
        for (WrittenSegment segment : order) {
            byte[] there = Arrays.copyOfRange(whole, at, at + (int) segment.bytes());
            at += there.length;
            assertThat(Sha256.hex(there)).isEqualTo(Sha256.hex(Files.readAllBytes(segment.path())));
        }
    }

    @Test
    void itsHeadHasBothTracksAndTheDuration() throws IOException {
        Box.Container movie = movie();
        assertThat(movie.children()).extracting(Box::type).containsExactly("mvhd", "trak", "trak", "mvex");
        Box.Container extension = movie.container("mvex");
        assertThat(extension.children()).extracting(Box::type).containsExactly("mehd", "trex", "trex");
        long soundTicks =
                sound.stream().mapToLong(WrittenSegment::durationTicks).sum();
        assertThat(extension.leaf("mehd").reader().getLong(4)).isEqualTo(Math.round(soundTicks * 30000 / 48000.0));
        assertThat(TrackHeaders.timescale(movie.leaf("mvhd"))).isEqualTo(30000);
    }

    @Test
    void eachTracksIndexLeadsToItsSegments() throws IOException {
        byte[] whole = bytes(0, joined.size());
        List<Box> boxes = Box.parse(whole);
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (Box box : boxes) {
            offsets.add(offset);
            offset += box.size();
        }
        for (int index : new int[] {2, 3}) {
            ByteBuffer sidx = ((Box.Leaf) boxes.get(index)).reader();
            long at = offsets.get(index + 1) + sidx.getLong(20);
            assertThat(offsets).contains((int) at);
            for (int part = 0; part < sidx.getShort(30); part++) {
                Box.Container moof = (Box.Container) boxes.get(offsets.indexOf((int) at));
                assertThat(moof.container("traf").leaf("tfhd").reader().getInt(4))
                        .isEqualTo(sidx.getInt(4));
                at += sidx.getInt(32 + 12 * part);
            }
            assertThat(at).isEqualTo(joined.size());
        }
    }

    @Test
    void anyRangeIsThePartOfTheWhole() throws IOException {
        byte[] whole = bytes(0, joined.size());
        assertThat(whole).hasSize((int) joined.size());
        int step = 997;
        for (int from = 0; from <= whole.length; from += step) {
            for (int to = from; to <= whole.length; to += 3 * step) {
                assertThat(bytes(from, to)).isEqualTo(Arrays.copyOfRange(whole, from, to));
            }
        }
    }

    @Test
    void itsHashIsThatOfItsBytes() throws IOException {
        assertThat(joined.sha256()).isEqualTo(Sha256.hex(bytes(0, joined.size())));
    }

    @Test
    void aRangeOpensOnlyTheSegmentsThatItIsIn() throws IOException {
        List<String> opened = new ArrayList<>();
        List<StoredSegment> stored = pictures.stream()
                .map(segment -> stored(segment, offset -> {
                    opened.add(segment.path().getFileName().toString());
                    return ByteSource.of(segment.path()).open(offset);
                }))
                .toList();
        JoinedMp4 counted = JoinedMp4.of(List.of(new JoinedTrack(picturesInit, stored)));
        counted.writeTo(OutputStream.nullOutputStream(), counted.size() - 5, counted.size());
        assertThat(opened).containsExactly("00001.m4s");
    }

    @Test
    void aSegmentThatBecameShorterIsNoticed() throws IOException {
        Path damaged = pictures.get(1).path();
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 100));
        assertThatThrownBy(() -> joined.writeTo(OutputStream.nullOutputStream(), 0, joined.size()))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("has 100 bytes where");
    }

    @Test
    void tracksOfTheSameNumberAreRefused() {
        JoinedTrack track = track(picturesInit, pictures);
        assertThatThrownBy(() -> JoinedMp4.of(List.of(track, track))).isInstanceOf(IllegalArgumentException.class);
    }

    private Box.Container movie() throws IOException {
        return (Box.Container) Box.parse(bytes(0, joined.size())).get(1);
    }

    private byte[] bytes(long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        joined.writeTo(out, from, to);
        return out.toByteArray();
    }

    private static JoinedTrack track(InitSegment init, List<WrittenSegment> segments) {
        return new JoinedTrack(
                init,
                segments.stream()
                        .map(segment -> stored(segment, ByteSource.of(segment.path())))
                        .toList());
    }

    private static StoredSegment stored(WrittenSegment segment, ByteSource bytes) {
        return new StoredSegment(bytes, segment.bytes(), segment.startTicks(), segment.durationTicks());
    }
}
