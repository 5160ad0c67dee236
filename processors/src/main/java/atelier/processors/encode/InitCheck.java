package atelier.processors.encode;

import atelier.processors.ladder.FrameSize;
import atelier.processors.mp4.ColourCodes;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.MediaFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what an encoder says of its pictures is what was planned. */
public final class InitCheck {
    private final JdbcClient sql;

    public InitCheck(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Checks the init segment of a chunk.
     *
     * @param encoded whether we encoded it: what was delivered may say nothing of its colours
     * @return the same, saying what its colours are
     * @throws OutputCheckException if pictures are not of the planned size, if players would take their colours for others, or
     *     could not decode them by the init segment that the rendition has
     */
    InitSegment checked(EncodeJob job, InitSegment init, boolean encoded) {
        size(job, init);
        if (!encoded) {
            return Look.copied(job.media().video()).codes().in(init);
        }
        colours(job, init);
        // All software of one name writes the same. Devices differ by model and driver.
        if (job.isHardware()
                && other(job).filter(hash -> !hash.equals(init.sha256())).isPresent()) {
            throw new OutputCheckException(job.text() + " has other parameter sets by this " + job.encoder()
                    + " than the chunks of its rendition that are made: they could not be played together.");
        }
        return init;
    }

    private static void size(EncodeJob job, InitSegment init) {
        boolean right = init.format() instanceof MediaFormat.Video video
                && new FrameSize(video.width(), video.height()).equals(job.size());
        if (!right) {
            throw new OutputCheckException(
                    job.text() + " came out as " + init.format() + ", not " + job.size() + ". It is encoded again.");
        }
    }

    private static void colours(EncodeJob job, InitSegment init) {
        ColourCodes wanted = Look.of(job.recipe(), job.media().video()).codes();
        if (!init.colours().equals(Optional.of(wanted))) {
            throw new OutputCheckException(job.text() + " says "
                    + init.colours().map(ColourCodes::toString).orElse("nothing") + " of its colours, not " + wanted
                    + ": players would show others. It is encoded again.");
        }
    }

    /** The hash of the init segment of another chunk of the rendition that is made. */
    private Optional<String> other(EncodeJob job) {
        return sql.sql("""
                        SELECT o.file_sha256 FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE r.plan_id = :plan AND f.format_type = :rendition AND o.state = 'made'
                            AND o.fingerprint <> :fp AND o.file_sha256 IS NOT NULL ORDER BY r.number LIMIT 1""")
                .param("plan", job.planId())
                .param("rendition", job.name())
                .param("fp", job.fingerprint())
                .query(String.class)
                .optional();
    }
}
