package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Chunks of one rendition by several cards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceChunkTest {
    private static final Recipe RECIPE = Recipes.SD.withEncoder("h264_nvenc");
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private ChunkStudio studio;
    private EncodeJob first;
    private EncodeJob second;

    @BeforeAll
    void aPlan(@TempDir Path folder) throws IOException {
        studio = new ChunkStudio(folder);
        run("INSERT INTO artworks (id, slug, title, state, created_at, updated_at)"
                + " VALUES (1, 'mila/sunset', 'Sunset', 'encoding', '2026-05-01', '2026-05-01')");
        run("INSERT INTO video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)"
                + " VALUES (1, 1, 'SD', 'encoded', 'waiting', '2026-05-01', '2026-05-01')");
        run("INSERT INTO inputs (id, video_format_id, file_path, file_size, created_at)"
                + " VALUES (1, 1, 'a', 1, '2026-05-01')");
        run("INSERT INTO plans (id, artwork_id, number, source_id, cause, created_at)"
                + " VALUES (1, 1, 1, 1, 'delivered', '2026-05-01')");
    }

    @BeforeEach
    void ofTwoChunks() {
        studio.empty();
        first = planned(0);
        second = planned(1);
    }

    private EncodeJob planned(int number) {
        EncodeJob job = studio.job("SD", number, SIZE, RECIPE);
        run("INSERT INTO rendition_chunks (plan_id, video_format_id, input_id, number, fingerprint, start_ticks,"
                + " expected_segments, duration_ms, reason) VALUES (1, 1, 1, " + number + ", '" + job.fingerprint()
                + "', 0, 1, 1000, 'new')");
        return job;
    }

    private void run(String statement) {
        studio.sql.sql(statement).update();
    }

    /** A card: x264 under another name, with settings of its own. */
    private static Programs card(String settings) {
        return (command, limits, output) -> {
            List<String> words = new ArrayList<>(command.arguments());
            int coding = words.indexOf("h264_nvenc");
            if (coding > 0) {
                words.subList(coding, words.indexOf("-color_range")).clear();
                words.addAll(coding, List.of(("libx264 -preset ultrafast -bf 2 -forced-idr 1 " + settings).split(" ")));
            }
            return FfmpegForTests.programs()
                    .run(new Command(command.program(), words, command.directory()), limits, output);
        };
    }

    private void make(EncodeJob job, String settings) throws IOException {
        studio.encoder(card(settings)).encode(job, List.of());
    }

    @Test
    void theEncoderThatMadeAChunkIsWrittenDown() throws IOException {
        make(first, "-refs 1");

        assertThat(studio.sql
                        .sql("SELECT encoder FROM outputs WHERE state = 'made'")
                        .query(String.class)
                        .list())
                .containsExactly("h264_nvenc");
    }

    @Test
    void aCardThatWritesAsTheOneBeforeDidIsWelcome() throws IOException {
        make(first, "-refs 1");
        make(second, "-refs 1");

        assertThat(studio.isMade(second)).isTrue();
    }

    @Test
    void aCardWithOtherParameterSetsIsNot() throws IOException {
        make(first, "-refs 1");

        assertThatThrownBy(() -> make(second, "-refs 4"))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("SD chunk 1 of mila/sunset has other parameter sets by this h264_nvenc");
        assertThat(studio.isMade(second)).isFalse();
    }
}
