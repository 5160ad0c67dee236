package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackRunReaderTest {
    private static final int NOT_SYNC = 0x10000;
    private static final TrackDefaults TRACK = new TrackDefaults(100, 10, NOT_SYNC);

    @Test
    void whatARunDoesNotSayIsTheTracksDefault() {
        assertThat(samples(header(0), run(0x1, 2, 500)))
                .containsExactly(
                        new Sample(500, 10, 1000, 100, NOT_SYNC, 1000), new Sample(510, 10, 1100, 100, NOT_SYNC, 1100));
    }

    @Test
    void theFragmentsDefaultsOverruleTheTracks() {
        assertThat(samples(header(0x38, 7, 8, 0), run(0x1, 1, 500)))
                .containsExactly(new Sample(500, 8, 1000, 7, 0, 1000));
    }

    @Test
    void theFirstSampleMayBeOfAnotherKind() {
        assertThat(samples(header(0), run(0x5, 2, 500, 0)))
                .extracting(Sample::isSync)
                .containsExactly(true, false);
    }

    @Test
    void aSamplesOwnFieldsOverruleAll() {
        assertThat(samples(header(0), run(0xf01, 1, 500, 3, 4, 0, 6)))
                .containsExactly(new Sample(500, 4, 1000, 3, 0, 1006));
    }

    @Test
    void offsetsAreSignedInVersion1Alone() {
        assertThat(samples(header(0), run(1 << 24 | 0x801, 1, 0, -5)).get(0).presentationTime())
                .isEqualTo(995);
        assertThat(samples(header(0), run(0x801, 1, 0, -5)).get(0).presentationTime())
                .isEqualTo(1000 + 0xfffffffbL);
    }

    @Test
    void aSecondRunGoesOnWhereTheFirstEnded() {
        assertThat(samples(header(0), run(0x1, 1, 500), run(0, 1)))
                .last()
                .isEqualTo(new Sample(510, 10, 1100, 100, NOT_SYNC, 1100));
    }

    private static TrackFragmentHeader header(int flags, int... fields) {
        ByteBuffer body =
                ByteBuffer.allocate(8 + 4 * fields.length).putInt(flags).putInt(1);
        for (int field : fields) {
            body.putInt(field);
        }
        return TrackFragmentHeader.of(new Box.Leaf("tfhd", body.array()), 0, TRACK);
    }

    private static Box.Leaf run(int flags, int... fields) {
        ByteBuffer body = ByteBuffer.allocate(4 + 4 * fields.length).putInt(flags);
        for (int field : fields) {
            body.putInt(field);
        }
        return new Box.Leaf("trun", body.array());
    }

    private static List<Sample> samples(TrackFragmentHeader header, Box.Leaf... runs) {
        TrackRunReader reader = new TrackRunReader(header, 1000);
        for (Box.Leaf run : runs) {
            reader.add(run);
        }
        return reader.samples();
    }
}
