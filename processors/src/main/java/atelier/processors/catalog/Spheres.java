package atelier.processors.catalog;

import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.Stereo;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the pictures of artworks lie on a sphere: as their files say, unless their artists tell otherwise. */
public final class Spheres {
    private final JdbcClient sql;

    public Spheres(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the artwork's source says of itself, where the input is still its source. */
    public void found(long artworkId, long inputId, Sphere sphere) {
        sql.sql("UPDATE artworks SET projection = :projection, stereo = :stereo WHERE id = :id AND input_id = :input")
                .param("id", artworkId)
                .param("input", inputId)
                .param("projection", sphere.projection().text())
                .param("stereo", sphere.stereo().text())
                .update();
    }

    /** What the artist tells, from now on and of later sources, too; what is not told is left to the file. */
    public void told(long artworkId, Optional<Projection> projection, Optional<Stereo> stereo) {
        sql.sql("UPDATE artworks SET told_projection = :projection, told_stereo = :stereo WHERE id = :id")
                .param("id", artworkId)
                .param("projection", projection.map(Projection::text).orElse(null))
                .param("stereo", stereo.map(Stereo::text).orElse(null))
                .update();
    }
}
