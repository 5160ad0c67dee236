package atelier.processors.catalog;

import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Sphere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code plans}, {@code plan_renditions} and {@code plan_notes}. */
public final class Plans {
    private final JdbcClient sql;
    private final Clock clock;

    public Plans(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins the artwork's next plan, and lets its editions follow it; to be called in a transaction. */
    public Plan begin(long artworkId, long sourceId, String cause, String urgency) {
        long id = sql.sql("""
                        INSERT INTO plans (artwork_id, number, source_id, cause, urgency, created_at)
                        SELECT :artwork, COALESCE(MAX(number), 0) + 1, :source, :cause, :urgency, :now
                        FROM plans WHERE artwork_id = :artwork RETURNING id""")
                .param("artwork", artworkId)
                .param("source", sourceId)
                .param("cause", cause)
                .param("urgency", urgency)
                .param("now", Sql.now(clock))
                .query(Long.class)
                .single();
        follow(artworkId, id);
        return find(id).orElseThrow();
    }

    /** Records what sphere the renditions of a plan are said to be. */
    public void show(long id, Sphere sphere) {
        sql.sql("""
                        UPDATE plans SET projection = :projection, stereo = :stereo, yaw = :yaw, pitch = :pitch, roll = :roll
                        WHERE id = :id""")
                .param("id", id)
                .param("projection", sphere.projection().text())
                .param("stereo", sphere.stereo().text())
                .param("yaw", sphere.pose().yaw())
                .param("pitch", sphere.pose().pitch())
                .param("roll", sphere.pose().roll())
                .update();
    }

    /** Lets the artwork's editions follow a plan. */
    public void follow(long artworkId, long planId) {
        sql.sql("""
                        UPDATE artworks SET plan_id = :plan, wanted_version = wanted_version + 1 WHERE id = :artwork""").param("plan", planId).param("artwork", artworkId).update();
    }

    public Optional<Plan> find(long id) {
        return sql.sql("SELECT * FROM plans WHERE id = :id")
                .param("id", id)
                .query(Plans::map)
                .optional();
    }

    /** The plan of that number of an artwork. */
    public Optional<Plan> find(long artworkId, int number) {
        return sql.sql("SELECT * FROM plans WHERE artwork_id = :artwork AND number = :number")
                .param("artwork", artworkId)
                .param("number", number)
                .query(Plans::map)
                .optional();
    }

    /** The plan that an artwork's editions follow now. */
    public Optional<Plan> current(long artworkId) {
        return sql.sql("SELECT p.* FROM plans p JOIN artworks a ON a.plan_id = p.id WHERE a.id = :artwork")
                .param("artwork", artworkId)
                .query(Plans::map)
                .optional();
    }

    /** Records that all chunks of a plan are known. */
    public void complete(long id) {
        sql.sql("UPDATE plans SET complete = TRUE WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Records that the places of a plan, with what is planned, reach to the film's end; to be called with these, in a transaction. */
    public void listed(long id) {
        sql.sql("UPDATE plans SET listed = TRUE WHERE id = :id").param("id", id).update();
    }

    /** Records what a rendition is made of; what was recorded before is replaced. */
    public void add(long planId, PlanRendition rendition) {
        sql.sql("""
                        REPLACE INTO plan_renditions (plan_id, video_format_id, input_id, recipe, recipe_fingerprint, copied)
                        VALUES (:plan, :format, :input, :recipe, :fingerprint, :copied)""")
                .param("plan", planId)
                .param("format", rendition.formatId())
                .param("input", rendition.inputId())
                .param("recipe", rendition.recipe())
                .param("fingerprint", rendition.recipeFingerprint())
                .param(
                        "copied",
                        rendition.copied().isPresent() ? rendition.copied().getAsInt() : null)
                .update();
    }

    /** Takes a rendition out of a plan that is still being made; of one that no plan had chunks of, nothing is left. */
    public void leaveOut(long planId, PlanRendition rendition) {
        sql.sql("DELETE FROM plan_renditions WHERE plan_id = :plan AND video_format_id = :format")
                .param("plan", planId)
                .param("format", rendition.formatId())
                .update();
        sql.sql("""
                        DELETE FROM video_formats WHERE id = :format
                            AND NOT EXISTS (SELECT 1 FROM plan_renditions WHERE video_format_id = :format)
                            AND NOT EXISTS (SELECT 1 FROM rendition_chunks WHERE video_format_id = :format)
                            AND NOT EXISTS (SELECT 1 FROM inputs WHERE video_format_id = :format)""").param("format", rendition.formatId()).update();
    }

    /** The renditions of a plan. */
    public List<PlanRendition> renditions(long planId) {
        return sql.sql("""
                        SELECT r.*, f.format_type, i.chunk_count, d.format_type AS input_type FROM plan_renditions r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN inputs i ON i.id = r.input_id
                        JOIN video_formats d ON d.id = i.video_format_id
                        WHERE r.plan_id = :plan ORDER BY f.id""").param("plan", planId).query(Plans::rendition).list();
    }

    /** Records what people should know of a plan's renditions, in place of what was said before; to be called in a transaction. */
    public void note(long planId, List<PlanNote> notes) {
        sql.sql("DELETE FROM plan_notes WHERE plan_id = :plan")
                .param("plan", planId)
                .update();
        notes.forEach(note -> sql.sql("""
                        INSERT INTO plan_notes (plan_id, format_type, left_out, text) VALUES (:plan, :name, :leftOut, :text)""")
                .param("plan", planId)
                .param("name", note.formatType())
                .param("leftOut", note.leftOut())
                .param("text", note.text())
                .update());
    }

    /** What people should know of a plan's renditions. */
    public List<PlanNote> notes(long planId) {
        return sql.sql("SELECT * FROM plan_notes WHERE plan_id = :plan ORDER BY format_type")
                .param("plan", planId)
                .query((row, n) ->
                        new PlanNote(row.getString("format_type"), row.getBoolean("left_out"), row.getString("text")))
                .list();
    }

    private static PlanRendition rendition(ResultSet row, int number) throws SQLException {
        return new PlanRendition(
                row.getLong("video_format_id"),
                row.getString("format_type"),
                row.getLong("input_id"),
                row.getString("input_type"),
                Sql.integer(row, "chunk_count"),
                row.getString("recipe"),
                row.getString("recipe_fingerprint"),
                Sql.integer(row, "copied"));
    }

    private static Plan map(ResultSet row, int number) throws SQLException {
        return new Plan(
                row.getLong("id"),
                row.getLong("artwork_id"),
                row.getInt("number"),
                row.getLong("source_id"),
                row.getString("cause"),
                row.getString("urgency"),
                row.getBoolean("complete"),
                Spheres.of(row, new Pose(row.getDouble("yaw"), row.getDouble("pitch"), row.getDouble("roll"))),
                Sql.millis(row, "created_at"));
    }
}
