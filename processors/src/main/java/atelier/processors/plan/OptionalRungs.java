package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.Input;
import atelier.processors.ladder.Rendition;
import atelier.processors.node.Encoders;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leaves renditions in AV1 out where no node can make them: they are more than what every film has, and few builds of FFmpeg make key frames of
 * it where they are wanted. A film that has one keeps it, and waits for such a node when something is missing.
 */
public final class OptionalRungs implements EncoderChoice {
    private final EncoderChoice encoders;
    private final JdbcClient sql;

    /** @param encoders says by which encoder the others are made */
    public OptionalRungs(EncoderChoice encoders, JdbcClient sql) {
        this.encoders = encoders;
        this.sql = sql;
    }

    @Override
    public Rendition of(long form, Rendition rendition) {
        return encoders.of(form, rendition);
    }

    @Override
    public Optional<String> leavesOut(Input source, Rendition rendition) {
        Recipe recipe = rendition.recipe();
        if (!recipe.codec().equals("av1") || recipe.policy() != Policy.EAGER) {
            return encoders.leavesOut(source, rendition);
        }
        String encoder = Encoders.of(recipe);
        return isSomewhere(encoder) || isPlanned(source.videoFormatId(), rendition.name())
                ? Optional.empty()
                : Optional.of("left out until a node has an FFmpeg whose " + encoder
                        + " makes key frames where they are wanted");
    }

    /** Nodes that were killed are forgotten after a day: what they could do is not left out before. */
    private boolean isSomewhere(String encoder) {
        return sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM nodes
                            WHERE FIND_IN_SET('encode', roles) AND FIND_IN_SET(:encoder, encoders))""").param("encoder", encoder).query(Boolean.class).single();
    }

    private boolean isPlanned(long form, String name) {
        return sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM video_formats any_form
                            JOIN artworks a ON a.id = any_form.artwork_id
                            JOIN plan_renditions r ON r.plan_id = a.plan_id
                            JOIN video_formats f ON f.id = r.video_format_id
                            WHERE any_form.id = :form AND f.format_type = :name)""")
                .param("form", form)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
