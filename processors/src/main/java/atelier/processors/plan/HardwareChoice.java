package atelier.processors.plan;

import atelier.config.HardwareSettings;
import atelier.config.HardwareSettings.Policy;
import atelier.config.Recipe;
import atelier.processors.catalog.EncoderRests;
import atelier.processors.catalog.Json;
import atelier.processors.ladder.Rendition;
import atelier.processors.node.Encoders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plans renditions for encoders in hardware that some node has. All chunks of a rendition are of one encoder, since its parameter
 * sets stand in the one init segment: so a rendition that has an encoder keeps it, also when a better one comes.
 */
public final class HardwareChoice implements EncoderChoice {
    private final JdbcClient sql;
    private final Json json;
    private final EncoderRests rests;
    private final HardwareSettings settings;

    public HardwareChoice(JdbcClient sql, Json json, EncoderRests rests, HardwareSettings settings) {
        this.sql = sql;
        this.json = json;
        this.rests = rests;
        this.settings = settings;
    }

    @Override
    public Rendition of(long form, Rendition rendition) {
        Recipe recipe = rendition.recipe();
        if (!rendition.isVideo() || settings.policy() == Policy.NEVER || !Encoders.isOfCrf(recipe)) {
            return rendition;
        }
        Optional<Planned> before = before(form, rendition.name()).filter(planned -> isOf(recipe, planned.recipe()));
        String encoder = before.map(planned -> kept(planned, recipe)).orElseGet(() -> fresh(recipe));
        return new Rendition(rendition.name(), recipe.withEncoder(encoder));
    }

    /**
     * Whether it is that recipe, by whatever encoder; with a target its constant quality is the film's, and how many bits it has may follow from
     * what an encoder in software takes.
     */
    private static boolean isOf(Recipe recipe, Recipe planned) {
        int crf = recipe.target() > 0 ? recipe.crf() : planned.crf();
        return OutputFingerprints.recipe(planned.withEncoder("").withCrf(crf).withBits(recipe.bits()))
                .equals(OutputFingerprints.recipe(recipe));
    }

    /** What is still being read stays as it was begun: it is planned anew when that has ended. */
    private String kept(Planned before, Recipe recipe) {
        String encoder = before.recipe().encoder();
        boolean keeps = !before.complete()
                || encoder.isEmpty()
                || settings.policy() == Policy.REQUIRE
                || available(recipe).contains(encoder);
        return keeps ? encoder : "";
    }

    private String fresh(Recipe recipe) {
        List<String> available = available(recipe);
        return available.stream()
                .findFirst()
                .or(() -> candidates(recipe).stream().findFirst().filter(first -> settings.policy() == Policy.REQUIRE))
                .orElse("");
    }

    private List<String> candidates(Recipe recipe) {
        return settings.families().stream()
                .map(family -> recipe.codec() + "_" + family)
                .toList();
    }

    private List<String> available(Recipe recipe) {
        Set<String> resting = rests.resting();
        return candidates(recipe).stream()
                .filter(encoder -> !resting.contains(encoder) && isSomewhere(encoder))
                .toList();
    }

    private boolean isSomewhere(String encoder) {
        return sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM nodes WHERE seen_at > UTC_TIMESTAMP(3) - INTERVAL 15 SECOND
                            AND FIND_IN_SET('encode', roles) AND FIND_IN_SET(:encoder, encoders))""").param("encoder", encoder).query(Boolean.class).single();
    }

    private record Planned(Recipe recipe, boolean complete) {}

    private Optional<Planned> before(long form, String name) {
        return sql.sql("""
                        SELECT r.recipe, p.complete FROM video_formats any_form
                        JOIN artworks a ON a.id = any_form.artwork_id
                        JOIN plans p ON p.id = a.plan_id
                        JOIN plan_renditions r ON r.plan_id = p.id
                        JOIN video_formats f ON f.id = r.video_format_id
                        WHERE any_form.id = :form AND f.format_type = :name""")
                .param("form", form)
                .param("name", name)
                .query((row, n) ->
                        new Planned(json.read(row.getString("recipe"), Recipe.class), row.getBoolean("complete")))
                .optional();
    }
}
