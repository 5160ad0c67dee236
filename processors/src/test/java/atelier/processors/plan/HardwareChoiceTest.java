package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.HardwareSettings;
import atelier.config.HardwareSettings.Policy;
import atelier.config.Recipe;
import atelier.processors.catalog.EncoderRests;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Rendition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what renditions are encoded, on a real MariaDB. */
class HardwareChoiceTest {
    private static final Rendition SD = new Rendition("SD", GraphForTests.RECIPES.get("SD"));
    private static final long SOURCE = 1;

    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Json json = new Json();
    private final EncoderRests rests = new EncoderRests(sql, Clock.systemUTC());

    @BeforeEach
    void anArtworkWithoutAPlan() {
        run("INSERT INTO artworks (id, slug, title, state, created_at, updated_at)"
                + " VALUES (1, 'mila/sunset', 'Sunset', 'encoding', '2026-05-01', '2026-05-01')");
        run("INSERT INTO video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)"
                + " VALUES (1, 1, 'SOURCE', 'delivered', 'complete', '2026-05-01', '2026-05-01'),"
                + " (2, 1, 'SD', 'encoded', 'waiting', '2026-05-01', '2026-05-01')");
        run(
                "INSERT INTO inputs (id, video_format_id, file_path, file_size, created_at) VALUES (1, 1, 'a', 1, '2026-05-01')");
        node("libx264,h264_qsv,h264_vaapi");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    private void node(String encoders) {
        run("DELETE FROM nodes");
        run("INSERT INTO nodes (id, name, host, work, slots, readers, encoders, roles, started_at, seen_at)"
                + " VALUES ('a', '', '', '', 1, 1, '" + encoders
                + "', 'encode', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))");
    }

    private void planned(Recipe recipe, boolean complete) {
        run("INSERT INTO plans (id, artwork_id, number, source_id, cause, complete, created_at)"
                + " VALUES (1, 1, 1, 1, 'delivered', " + complete + ", '2026-05-01')");
        run("UPDATE artworks SET plan_id = 1");
        sql.sql("INSERT INTO plan_renditions (plan_id, video_format_id, input_id, recipe, recipe_fingerprint)"
                        + " VALUES (1, 2, 1, :recipe, 'x')")
                .param("recipe", json.write(recipe))
                .update();
    }

    private String chosen(Policy policy) {
        return chosen(policy, SD);
    }

    private String chosen(Policy policy, Rendition rendition) {
        HardwareSettings settings =
                new HardwareSettings(policy, List.of("nvenc", "vaapi", "qsv"), 2, Duration.ofHours(1), "");
        return new HardwareChoice(sql, json, rests, settings)
                .of(SOURCE, rendition)
                .recipe()
                .encoder();
    }

    @Test
    void theFirstFamilyThatANodeHasIsPreferred() {
        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_vaapi");
        assertThat(chosen(Policy.NEVER)).isEmpty();
    }

    @Test
    void whatRestsIsPassedOverAndWithoutAnyItIsSoftware() {
        rests.rest("h264_vaapi", Duration.ofHours(1), "the driver failed");
        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_qsv");

        node("libx264");
        assertThat(chosen(Policy.PREFER)).isEmpty();
        assertThat(chosen(Policy.REQUIRE)).isEqualTo("h264_nvenc");
        assertThat(chosen(Policy.REQUIRE, new Rendition("SD", GraphForTests.inAv1(SD.recipe()))))
                .as("no device makes AV1 here")
                .isEmpty();
    }

    @Test
    void afterItsRestItIsUsedAgain() {
        rests.rest("h264_vaapi", Duration.ofSeconds(-1), "the driver failed");

        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_vaapi");
    }

    @Test
    void aRenditionKeepsItsEncoderWhateverElseComes() {
        planned(SD.recipe().withEncoder("h264_qsv"), true);
        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_qsv");

        run("DELETE FROM plan_renditions");
        run("UPDATE artworks SET plan_id = NULL");
        run("DELETE FROM plans");
        planned(SD.recipe(), true);
        assertThat(chosen(Policy.PREFER)).isEmpty();
    }

    @Test
    void whereItsEncoderFailedItIsMadeInSoftwareOnceItsSourceIsRead() {
        planned(SD.recipe().withEncoder("h264_qsv"), false);
        rests.rest("h264_qsv", Duration.ofHours(1), "the driver failed");
        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_qsv");

        run("UPDATE plans SET complete = TRUE");
        assertThat(chosen(Policy.PREFER)).isEmpty();
        assertThat(chosen(Policy.REQUIRE)).isEqualTo("h264_qsv");
    }

    @Test
    void aRenditionKeepsItsEncoderWhereItsConstantQualityIsThatOfItsFilm() {
        Recipe aiming = GraphForTests.aiming(SD.recipe(), 0.97);
        planned(aiming.withCrf(27), true);

        assertThat(chosen(Policy.PREFER, new Rendition("SD", aiming))).isEmpty();
    }

    @Test
    void aRenditionKeepsItsEncoderWhereItHasFewerBitsForItsMemory() {
        planned(SD.recipe().withBits(8), true);

        assertThat(chosen(Policy.PREFER)).isEmpty();
    }

    @Test
    void aTargetThatWasSetSinceIsNoOtherRecipe() {
        planned(SD.recipe(), true);

        assertThat(chosen(Policy.PREFER, new Rendition("SD", GraphForTests.aiming(SD.recipe(), 0.97))))
                .isEmpty();
    }

    @Test
    void aRecipeThatChangedIsDecidedAnew() {
        Recipe before = SD.recipe();
        planned(
                new Recipe(
                        before.kind(),
                        before.parent(),
                        before.policy(),
                        before.width(),
                        before.height(),
                        before.preview(),
                        before.codec(),
                        before.preset(),
                        before.crf() + 1,
                        before.maxrate(),
                        before.sampleRate(),
                        before.channels(),
                        before.quality(),
                        "h264_qsv",
                        before.revision(),
                        before.target(),
                        before.bits()),
                true);

        assertThat(chosen(Policy.PREFER)).isEqualTo("h264_vaapi");
    }
}
