package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.SoundCounter.Timed;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the first sample is, in containers that tell times in milliseconds. */
class SoundCounterTest {
    private static final int PACKETS = 33;

    private static long first(String codec, int rate, int samples, long begins) {
        List<Timed> packets = IntStream.range(0, PACKETS)
                .mapToObj(number -> Math.round(1000.0 * (begins + (long) number * samples) / rate) / 1000.0)
                .map(seconds -> new Timed(seconds, 300, () -> new byte[0]))
                .toList();
        return SoundCounter.of(new SoundTrack(1, codec, rate, 2, new Ratio(1, 1000)), packets, 0)
                .flatMap(counter -> counter.next(packets.get(0)))
                .orElseThrow()
                .sample();
    }

    @ParameterizedTest
    @CsvSource({"aac,48000,1024,-1024", "aac,44100,1024,-1024", "aac,22050,1024,-2048", "mp3,44100,1152,0"})
    void soundThatBeginsWithPicturesOrWholePacketsBeforeIsNotRounded(String codec, int rate, int samples, long begins) {
        assertThat(first(codec, rate, samples, begins)).isEqualTo(begins);
    }

    /** FFmpeg's resampler does not fill a millisecond before the first piece, and the others fit that. */
    @ParameterizedTest
    @CsvSource({"48,0", "71,0", "-48,0", "96,96"})
    void soundThatBeginsAMillisecondOffBeginsWithThePictures(long begins, long counted) {
        assertThat(first("aac", 48_000, 1024, begins)).isEqualTo(counted);
    }

    /** What LAME puts before is 47 samples less than a packet, at 32,000 and 48,000 Hz a millisecond and what rounding adds. */
    @ParameterizedTest
    @CsvSource({"32000", "44100", "48000"})
    void whatIsAlmostAPacketIsNotTakenForOne(int rate) {
        assertThat(first("mp3", rate, 1152, -1105)).isBetween(-1105 - rate / 2000L, -1105 + rate / 2000L);
    }

    /** 13 packets behind the pictures are at 277.3 ms. */
    @ParameterizedTest
    @CsvSource({"13344,13344", "13300,13296"})
    void soundThatBeginsLateBeginsWhereItsTimeSays(long begins, long counted) {
        assertThat(first("aac", 48_000, 1024, begins)).isEqualTo(counted);
    }
}
