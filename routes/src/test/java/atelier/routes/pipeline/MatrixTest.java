package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.within;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.conformance.EditionCheck;
import atelier.processors.conformance.PublishedFiles;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.store.Store;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What real cameras, editors and phones deliver comes out right: every picture, its time, its shape, its colours, the sound. */
@PipelineSuite
class MatrixTest {
    /** The rest is tried where time is: {@code bin/test --full}. */
    private static final List<String> OFTEN = List.of(
            "turned-90",
            "wide-samples",
            "fields-bottom-first",
            "telecined",
            "hundred-and-twenty",
            "gap",
            "full-range",
            "transparent-animation",
            "hdr10",
            "surround-centre");

    private static final double AAC_FRAME = 1024 / 48_000.0;
    private static final Logger LOG = LoggerFactory.getLogger(MatrixTest.class);
    private static final AtomicBoolean DELIVERED = new AtomicBoolean();

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @Autowired
    private Store store;

    @TempDir
    private Path folder;

    static Stream<Sample> samples() {
        Predicate<Sample> wanted = Boolean.getBoolean("full")
                ? sample -> sample.name().matches(System.getProperty("matrix", ".*"))
                : sample -> OFTEN.contains(sample.name());
        return Stream.of(ShapeSamples.all(), TimeSamples.all(), ColourSamples.all(), ContainerSamples.all())
                .flatMap(each -> each)
                .filter(wanted);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSourceComesOutRight(Sample sample) {
        JsonNode artwork = ready(sample);
        SoftAssertions softly = new SoftAssertions();
        List<String> videos = Published.videos(artwork);
        String largest = videos.contains("HD") ? "HD" : "SD";
        softly.assertThat(published.size(sample.slug(), largest))
                .as("size")
                .isEqualTo(sample.width() + ":" + sample.height());
        for (String rendition : videos) {
            Path file = published.file(sample.slug(), rendition, folder);
            times(softly, sample, rendition, reader.coded(file));
            MatrixReading reading = new MatrixReading(reader, file);
            softly.assertThat(reading.tags())
                    .as("colour of " + rendition)
                    .isEqualTo(rendition.equals(largest) ? sample.tags() : Sample.STANDARD);
            colours(softly, sample, rendition, reading.corners(folder));
            if (sample.moves()) {
                softly.assertThat(reading.combed())
                        .as("combed pictures of " + rendition)
                        .isLessThan(sample.frames() / 5);
            }
        }
        sound(softly, sample, published.file(sample.slug(), largest, folder));
        int edition = artwork.path("playback").path("edition").asInt();
        softly.assertThat(new EditionCheck(PublishedFiles.of(store))
                        .check(MediaAddress.ofEdition(sample.slug(), edition, "master.m3u8"))
                        .findings())
                .as("rules of HLS")
                .isEmpty();
        softly.assertAll();
    }

    private JsonNode ready(Sample sample) {
        if (DELIVERED.compareAndSet(false, true)) {
            samples().forEach(this::deliver);
        }
        source(sample);
        return studio.ready(sample.slug());
    }

    /** What cannot be made fails where it is asked for, and alone. */
    private void deliver(Sample sample) {
        try {
            studio.drop(source(sample), sample.slug() + "." + sample.extension());
        } catch (ProgramException e) {
            LOG.warn("{} cannot be made", sample, e);
        }
    }

    private Path source(Sample sample) {
        return clips.of(sample.name(), sample.extension(), sample.how());
    }

    private void times(SoftAssertions softly, Sample sample, String rendition, Pictures made) {
        softly.assertThat(made.count()).as("pictures of " + rendition).isEqualTo(sample.frames());
        double[] found = made.seconds();
        double[] wanted =
                sample.isUneven() ? reader.shown(source(sample)).seconds() : even(sample.frames(), sample.rate());
        double furthest = 0;
        for (int i = 0; i < Math.min(found.length, wanted.length); i++) {
            furthest = Math.max(furthest, Math.abs(found[i] - wanted[i]));
        }
        softly.assertThat(furthest)
                .as("how far a picture of %s is from its time, in seconds", rendition)
                .isLessThan(sample.isUneven() ? 0.0011 : 1e-5);
    }

    private static double[] even(int frames, double rate) {
        double[] times = new double[frames];
        for (int i = 0; i < frames; i++) {
            times[i] = i / rate;
        }
        return times;
    }

    private static void colours(SoftAssertions softly, Sample sample, String rendition, List<Integer> corners) {
        for (int i = 0; i < corners.size(); i++) {
            int wanted = sample.patches().get(i);
            int found = corners.get(i);
            softly.assertThat(MatrixReading.distance(wanted, found))
                    .as("corner %d of %s: %06X, not %06X", i, rendition, found, wanted)
                    .isLessThanOrEqualTo(sample.tolerance());
        }
    }

    /** It is stereo of 48 kHz, whatever was delivered, and lasts as long as the pictures; where none was, there is none. */
    private void sound(SoftAssertions softly, Sample sample, Path file) {
        softly.assertThat(new MatrixReading(reader, file).sound())
                .as("sound")
                .isEqualTo(sample.hasSound() ? List.of("aac,48000,2") : List.of());
        if (sample.hasSound()) {
            Waveform sound = Waveform.of(reader, file.toString());
            softly.assertThat(sound.seconds())
                    .as("length of the sound")
                    .isEqualTo(reader.coded(file).duration(), within(2 * AAC_FRAME));
            if (sample.beeps()) {
                sync(softly, sample, file, sound);
            }
        }
    }

    private void sync(SoftAssertions softly, Sample sample, Path file, Waveform sound) {
        double rate = sample.isUneven() ? 30 : sample.rate();
        double lag = sound.firstLoud(0) - new MatrixReading(reader, file).flash();
        softly.assertThat(lag).as("lag of the beep").isEqualTo(0, within(AAC_FRAME + 1 / rate));
    }
}
