package atelier.processors.catalog;

import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereAdvice;
import atelier.processors.spherical.Stereo;
import atelier.processors.spherical.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the pictures of artworks lie on a sphere: as their files say, unless their artists tell otherwise. */
public final class Spheres {
    private final JdbcClient sql;

    public Spheres(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What the artwork's source says of itself, where the input is still its source.
     *
     * @param soundTroubles what it says of its sound and cannot be used
     */
    public void found(long artworkId, long inputId, Told told, List<String> soundTroubles) {
        Sphere sphere = told.sphere();
        sql.sql("""
                        UPDATE artworks SET projection = :projection, stereo = :stereo, sphere_troubles = :troubles,
                            sound_troubles = :sound
                        WHERE id = :id AND input_id = :input""")
                .param("id", artworkId)
                .param("input", inputId)
                .param("projection", sphere.projection().text())
                .param("stereo", sphere.stereo().text())
                .param("troubles", sentences(told.troubles()))
                .param("sound", sentences(soundTroubles))
                .update();
    }

    private static String sentences(List<String> troubles) {
        return troubles.isEmpty() ? null : String.join(" ", troubles);
    }

    /** What the artist tells, from now on and of later sources, too; what is not told is left to the file. */
    public void told(long artworkId, Optional<Projection> projection, Optional<Stereo> stereo) {
        sql.sql("UPDATE artworks SET told_projection = :projection, told_stereo = :stereo WHERE id = :id")
                .param("id", artworkId)
                .param("projection", projection.map(Projection::text).orElse(null))
                .param("stereo", stereo.map(Stereo::text).orElse(null))
                .update();
    }

    /** What the row of an artwork makes advisable. */
    static SphereAdvice advice(ResultSet row) throws SQLException {
        return SphereAdvice.of(
                        of(row, Pose.UPRIGHT),
                        Sql.text(row, "told_projection").flatMap(Projection::of),
                        Sql.text(row, "told_stereo").flatMap(Stereo::of),
                        Sql.text(row, "sphere_troubles"),
                        row.getInt("width"),
                        row.getInt("height"))
                .and(Sql.text(row, "sound_troubles"));
    }

    /** What a row says of a sphere. */
    static Sphere of(ResultSet row, Pose pose) throws SQLException {
        return new Sphere(
                Projection.of(row.getString("projection")).orElse(Projection.FLAT),
                Stereo.of(row.getString("stereo")).orElse(Stereo.MONO),
                pose);
    }
}
