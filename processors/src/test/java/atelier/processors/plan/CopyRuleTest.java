package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import atelier.processors.probe.Colour;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.VideoStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyRuleTest {

    @ParameterizedTest
    @CsvSource({
        "tv, bt709, bt709, bt709, true",
        "'', '', '', '', true",
        "tv, '', bt709, bt709, false",
        "tv, bt709, '', '', false",
        "tv, smpte170m, smpte170m, smpte170m, false",
        "pc, bt709, bt709, bt709, false",
        "pc, '', '', '', false"
    })
    void aFilmIsCutAsItIsWhereNobodyCanTakeItsColoursForOthers(
            String range, String matrix, String primaries, String transfer, boolean fits) {
        Colour colour = new Colour(said(range), said(matrix), said(primaries), said(transfer));

        assertThat(CopyRule.mayFit(target(colour))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "16, false", "17, true"})
    void ofAFewPicturesNoneIsCutAsItIs(int frames, boolean fits) {
        CopyCuts cuts = new CopyCuts(List.of(0L), List.of(0L), 0);
        ChunkSpan span =
                new ChunkSpan(0, 0, frames, frames, 25, 0, frames, 1, 1, List.of(0L), List.of(0L), cuts, 1, false);
        Target target = target(new Colour(said("tv"), said("bt709"), said("bt709"), said("bt709")));

        assertThat(CopyRule.decide(target, List.of(new IndexedChunk(0, "ab", span)))
                        .isPresent())
                .isEqualTo(fits);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static Target target(Colour colour) {
        Delivered plain = DeliveredFilms.film("SOURCE", 22, 722, 406, 0);
        VideoStream video = plain.media().video();
        VideoStream coloured = new VideoStream(
                video.index(),
                video.codec(),
                Optional.of("High"),
                video.pixelFormat(),
                Optional.of("ab".repeat(32)),
                video.bitDepth(),
                video.geometry(),
                video.timing(),
                video.fieldOrder(),
                colour,
                video.spherical(),
                video.stereoMode());
        MediaInfo media = new MediaInfo(
                plain.media().container(), plain.media().durationMicros(), coloured, List.of(), List.of());
        return new Target(
                new Rendition("SD", OutputFingerprintsTest.sd()),
                0,
                new FrameSize(722, 406),
                new Delivered(plain.type(), plain.input(), media));
    }
}
