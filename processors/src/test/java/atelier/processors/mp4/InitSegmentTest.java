package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitSegmentTest {

    @ParameterizedTest
    @CsvSource({
        "chunk-0.mp4, avc1, avc1.64000a, 30000",
        "chunk-0-ffmpeg5.mp4, avc1, avc1.64000a, 30000",
        "hevc.mp4, hvc1, hvc1.1.6.L30.90, 30000",
        "av1.mp4, av01, av01.0.00M.08, 30000",
        "sound.mp4, mp4a, mp4a.40.2, 48000"
    })
    void theCodecStringIsComputedFromTheDecodersConfiguration(String file, String entry, String codec, long timescale)
            throws IOException {
        InitSegment init = InitSegment.read(Recorded.file(file));
        assertThat(init.sampleEntry()).isEqualTo(entry);
        assertThat(init.codec()).isEqualTo(codec);
        assertThat(init.timescale()).isEqualTo(timescale);
    }

    @Test
    void picturesHaveASize() throws IOException {
        InitSegment init = InitSegment.read(Recorded.file("chunk-0.mp4"));
        assertThat(init.handler()).isEqualTo("vide");
        assertThat(init.format()).isEqualTo(new MediaFormat.Video(64, 36));
    }

    @ParameterizedTest
    @CsvSource({"sound.mp4, 2", "surround.mp4, 6"})
    void soundHasTheChannelsThatItsDecoderIsToldOf(String file, int channels) throws IOException {
        assertThat(InitSegment.read(Recorded.file(file)).format()).isEqualTo(new MediaFormat.Audio(channels, 48000));
    }

    @Test
    void allChunksOfARenditionHaveTheSameCanonicalInitSegment() throws IOException {
        InitSegment first = InitSegment.read(Recorded.file("chunk-0.mp4")).canonical();
        InitSegment second = InitSegment.read(Recorded.file("chunk-1.mp4")).canonical();
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.sha256()).isEqualTo(first.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void coloursThatAFileDoesNotSayCanBeDeclared() throws IOException {
        InitSegment silent = InitSegment.read(Recorded.file("chunk-0.mp4")).withInEntry(Set.of("colr"), List.of());
        ColourCodes codes = new ColourCodes(1, 1, 6, false);

        InitSegment told = codes.in(silent);

        assertThat(silent.colours()).isEmpty();
        assertThat(InitSegment.read(told.bytes()).colours()).contains(codes);
        assertThat(codes.in(told)).isSameAs(told);
    }

    @Test
    void titlesTimesAndBitRatesAreNotInACanonicalInitSegment() throws IOException {
        InitSegment found = InitSegment.read(Recorded.file("chunk-0.mp4"));
        InitSegment stamped = stamped(found);
        assertThat(stamped.bytes()).isNotEqualTo(found.bytes());
        assertThat(stamped.canonical().bytes()).isEqualTo(found.canonical().bytes());
        assertThat(new String(found.canonical().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("udta", "btrt", "Lavf", "VideoHandler");
    }

    /** With a time of creation and a duration in all three headers. */
    private static InitSegment stamped(InitSegment init) {
        byte[] bytes = init.bytes();
        for (String type : new String[] {"mvhd", "tkhd", "mdhd"}) {
            int body = position(bytes, type) + 4;
            ByteBuffer.wrap(bytes).putInt(body + 4, 0x5eadbeef).putInt(body + (type.equals("tkhd") ? 20 : 16), 77);
        }
        return InitSegment.read(bytes);
    }

    private static int position(byte[] bytes, String type) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(type);
    }

    @Test
    void itsTrackCanHaveAnotherNumber() throws IOException {
        InitSegment init = InitSegment.read(Recorded.file("sound.mp4"));
        InitSegment second = InitSegment.read(init.withTrackId(2).bytes());
        assertThat(second.trackId()).isEqualTo(2);
        assertThat(second.movie().container("mvex").leaf("trex").reader().getInt(4))
                .isEqualTo(2);
        assertThat(second.withTrackId(init.trackId()).bytes()).isEqualTo(init.bytes());
    }

    @Test
    void anEditListReplacesTheOneBefore() throws IOException {
        InitSegment init = InitSegment.read(Recorded.file("sound.mp4")).canonical();
        InitSegment edited =
                InitSegment.read(init.withEditList(7).withEditList(1024).bytes());
        ByteBuffer list = edited.movie().container("trak", "edts").leaf("elst").reader();
        assertThat(list.getInt(4)).as("entries").isEqualTo(1);
        assertThat(list.getInt(8)).as("duration: to the end").isZero();
        assertThat(list.getInt(12)).as("media time").isEqualTo(1024);
        assertThat(edited.bytes()).hasSize(init.bytes().length + 36);
    }

    @Test
    void aFileWithoutTracksIsRefused() throws IOException {
        InitSegment init = InitSegment.read(Recorded.file("sound.mp4"));
        Box.Container empty = init.movie().without("trak");
        byte[] bytes = new Box.Container("file", java.util.List.of(init.fileType(), empty)).toBytes();
        assertThatThrownBy(() -> InitSegment.read(java.util.Arrays.copyOfRange(bytes, 8, bytes.length)))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("The file has 0 tracks");
    }
}
