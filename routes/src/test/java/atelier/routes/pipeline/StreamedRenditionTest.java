package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is streamed has every picture of the source, and segments follow each other without a gap. */
@PipelineSuite
class StreamedRenditionTest {
    private static final double MICROSECOND = 1e-6;

    @Autowired
    private Gallery gallery;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @Autowired
    private Site site;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Clip.class)
    void segmentsHoldEveryPictureOnceAndBeginWithKeyFrames(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        Pictures source = reader.shown(gallery.source(clip));

        for (String rendition : Published.videos(artwork)) {
            Pictures streamed = reader.coded(published.streamed(clip.slug(), rendition, folder));
            assertThat(streamed.seconds()).hasSameSizeAs(source.seconds());
            int first = 0;
            for (MediaList.Part part :
                    published.playlist(clip.slug(), rendition).parts()) {
                assertThat(streamed.list().get(first).key())
                        .as("key frame at " + part)
                        .isTrue();
                first += Fragment.parse(site.bytes(part.address())).samples();
            }
            assertThat(first).isEqualTo(source.count());
            assertThat(streamed.shown()[0]).as("time of the first picture").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void segmentsFollowEachOtherWithoutAGap(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        for (String rendition : Published.videos(artwork)) {
            assertNoGaps(published.playlist(clip.slug(), rendition));
        }
        if (clip.hasSound()) {
            assertNoGaps(published.playlist(clip.slug(), "AUDIO"));
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void oneInitSegmentFitsAllChunks(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        for (String rendition : Published.videos(artwork)) {
            MediaList list = published.playlist(clip.slug(), rendition);
            byte[] init = site.bytes(list.map());
            assertThat(list.parts())
                    .allSatisfy(part -> assertThat(site.bytes(part.address().resolve("../init.mp4")))
                            .isEqualTo(init));
        }
    }

    private void assertNoGaps(MediaList list) {
        double timescale = Fragment.timescale(site.bytes(list.map()));
        double at = 0;
        for (MediaList.Part part : list.parts()) {
            Fragment fragment = Fragment.parse(site.bytes(part.address()));
            assertThat(fragment.decodeTime() / timescale).as("start of " + part).isEqualTo(at, within(MICROSECOND));
            at += part.seconds();
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void playlistsSayHowLongItReallyIs(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        Pictures source = reader.shown(gallery.source(clip));
        double frame = source.duration() / source.count();

        for (String rendition : Published.videos(artwork)) {
            MediaList list = published.playlist(clip.slug(), rendition);
            assertThat(list.seconds()).isEqualTo(source.duration(), within(frame));
            assertThat(list.parts())
                    .allSatisfy(part -> assertThat(Math.round(part.seconds()))
                            .isLessThanOrEqualTo(list.number("EXT-X-TARGETDURATION")));
            assertThat(list.text()).contains("#EXT-X-PLAYLIST-TYPE:VOD").endsWith("#EXT-X-ENDLIST\n");
        }
        assertThat(artwork.path("durationSeconds").asDouble()).isEqualTo(source.duration(), within(frame));
    }
}
