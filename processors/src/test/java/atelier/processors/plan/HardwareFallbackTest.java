package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.HardwareSettings;
import atelier.config.HardwareSettings.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device fails in the middle of a library. */
class HardwareFallbackTest {
    private final ManyArtworks library = new ManyArtworks(2, 3);

    @AfterEach
    void close() {
        library.close();
    }

    private HardwareFallback fallback(Policy policy) {
        library.sql()
                .sql("REPLACE INTO nodes (id, name, host, work, slots, readers, encoders, roles, started_at, seen_at)"
                        + " VALUES ('a', '', '', '', 1, 1, 'libx264,h264_nvenc', 'encode', UTC_TIMESTAMP(3),"
                        + " UTC_TIMESTAMP(3))")
                .update();
        return library.fallback(new HardwareSettings(policy, List.of("nvenc"), 2, Duration.ofHours(1), ""));
    }

    private List<String> encoders(long artwork) {
        return library.sql()
                .sql("""
                        SELECT DISTINCT COALESCE(JSON_VALUE(r.recipe, '$.encoder'), '') FROM artworks a
                        JOIN plan_renditions r ON r.plan_id = a.plan_id JOIN video_formats f ON f.id = r.video_format_id
                        WHERE a.id = :artwork AND f.format_type IN ('HD', 'SD')""")
                .param("artwork", artwork)
                .query(String.class)
                .list();
    }

    private String anOutput(long artwork) {
        return library.sql()
                .sql("""
                        SELECT r.fingerprint FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                        JOIN encode_jobs j ON j.task_instance = r.fingerprint
                        WHERE a.id = :artwork AND j.task_name = 'encode-h264_nvenc' LIMIT 1""")
                .param("artwork", artwork)
                .query(String.class)
                .single();
    }

    private long softwareJobs(long artwork) {
        return library.sql()
                .sql("""
                        SELECT COUNT(*) FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                        JOIN encode_jobs j ON j.task_instance = r.fingerprint
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE a.id = :artwork AND j.task_name = 'encode' AND o.kind = 'VIDEO'""")
                .param("artwork", artwork)
                .query(Long.class)
                .single();
    }

    @Test
    void whatItWasToMakeIsPlannedForSoftwareAndNothingElseIs() {
        HardwareFallback fallback = fallback(Policy.PREFER);
        library.plan();
        assertThat(encoders(1)).containsExactly("h264_nvenc");
        String output = anOutput(1);

        assertThat(fallback.rests("h264_nvenc")).isFalse();
        assertThat(fallback.failed("h264_nvenc", "the driver is gone")).isTrue();
        assertThat(fallback.rests("h264_nvenc")).isTrue();
        assertThat(fallback.replan(output, "h264_nvenc")).isTrue();

        assertThat(encoders(1)).containsExactly("");
        assertThat(softwareJobs(1)).isEqualTo(6);
        assertThat(encoders(2)).containsExactly("h264_nvenc");
    }

    @Test
    void whereItIsRequiredNothingIsDoneWithoutIt() {
        HardwareFallback fallback = fallback(Policy.REQUIRE);
        library.plan();

        assertThat(fallback.failed("h264_nvenc", "the driver is gone")).isFalse();

        assertThat(fallback.rests("h264_nvenc")).isFalse();
        assertThat(encoders(1)).containsExactly("h264_nvenc");
    }
}
