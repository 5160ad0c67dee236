package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A beep is heard when its flash is seen: in the first chunk, and behind several joints. */
@PipelineSuite
class LipSyncTest {
    private static final Logger LOG = LoggerFactory.getLogger(LipSyncTest.class);
    private static final double AAC_FRAME = 1024 / 48_000.0;
    private static final String MOMENTS = "between(t\\,3\\,3.199)+between(t\\,13\\,13.199)";
    private static final double[] FROM = {2, 12};

    /** Containers in which pictures and sound begin at different times, or a delay is hidden in an edit list. */
    enum Delivery {
        PLAIN("mp4", ""),
        TRANSPORT_STREAM("ts", "-f mpegts "),
        MATROSKA("mkv", ""),
        OPEN_GOP("mp4", "-x264-params open-gop=1:bframes=3:keyint=50:min-keyint=50:scenecut=0 "),
        OPUS("webm", "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 600k -c:a libopus ");

        private final String extension;
        private final String how;

        Delivery(String extension, String how) {
            this.extension = extension;
            this.how = how;
        }
    }

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void aBeepIsHeardWhenItsFlashIsSeen(Delivery delivery) {
        Path source = source(delivery);
        String slug = "sync/" + delivery.name().toLowerCase(java.util.Locale.ROOT);
        studio.drop(source, slug + "." + delivery.extension);
        studio.ready(slug);

        double[] before = lags(source.toString());
        List<String> ways = List.of(
                published.file(slug, "HD", folder).toString(),
                published.file(slug, "SD", folder).toString(),
                published.master(slug).toString());
        for (String way : ways) {
            double[] after = lags(way);
            for (int i = 0; i < before.length; i++) {
                LOG.info("{} {}: the lag of beep {} was {} s, is {} s", delivery, way, i, before[i], after[i]);
                assertThat(after[i]).as("lag in " + way).isEqualTo(before[i], within(AAC_FRAME));
            }
        }
    }

    private Path source(Delivery delivery) {
        String video = "-f lavfi -i color=black:s=320x180:r=25:d=15,drawbox=c=white:t=fill:enable='" + MOMENTS + "'";
        String sound = " -f lavfi -i aevalsrc='0.5*sin(2000*t)*(" + MOMENTS + ")':s=48000:d=15";
        String coding = " -c:v libx264 -preset veryfast -g 50 -pix_fmt yuv420p -c:a aac " + delivery.how + "OUT";
        return clips.of("sync-" + delivery, delivery.extension, List.of(video + sound + coding));
    }

    /** How much later than its flash each beep is heard, in seconds. */
    private double[] lags(String input) {
        Waveform sound = Waveform.of(reader, input);
        List<Double> flashes = flashes(input);
        double[] lags = new double[FROM.length];
        for (int i = 0; i < FROM.length; i++) {
            double from = FROM[i];
            double flash = flashes.stream().filter(at -> at > from).findFirst().orElseThrow();
            lags[i] = sound.firstLoud(from) - flash;
        }
        return lags;
    }

    /** When the picture is white, in seconds of the file's own time, counted as {@link Waveform} counts. */
    private List<Double> flashes(String input) {
        String filters = "signalstats,metadata=select:key=lavfi.signalstats.YAVG:value=128:function=greater,"
                + "metadata=print:file=-";
        return reader.ffmpeg("-i", input, "-map", "0:v:0", "-vf", filters, "-f", "null", "-").stream()
                .filter(line -> line.contains("pts_time:"))
                .map(line -> Double.valueOf(line.replaceAll(".*pts_time:(\\S+).*", "$1")))
                .toList();
    }
}
