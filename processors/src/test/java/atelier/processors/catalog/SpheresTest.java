package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Stereo;
import atelier.processors.spherical.Told;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SpheresTest {
    private static final long INPUT = 7;
    private static final Told FULL =
            new Told(Optional.of(Projection.EQUIRECTANGULAR), Optional.of(Stereo.LEFT_RIGHT), Pose.UPRIGHT, List.of());

    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Artworks artworks = new Artworks(sql, Clock.systemUTC());
    private final Spheres spheres = new Spheres(sql);
    private long id;

    @BeforeEach
    void anArtwork() {
        sql.sql("INSERT INTO artworks (slug, title, state, created_at, updated_at)"
                        + " VALUES ('mila/sunset', 'Sunset', 'encoding', NOW(3), NOW(3))")
                .update();
        id = artworks.find("mila/sunset").orElseThrow().id();
        sql.sql("INSERT INTO video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)"
                        + " VALUES (1, :id, 'SOURCE', 'delivered', 'waiting', NOW(3), NOW(3))")
                .param("id", id)
                .update();
        sql.sql(
                        "INSERT INTO inputs (id, video_format_id, file_path, file_size, created_at) VALUES (7, 1, 'a.mp4', 1, NOW(3))")
                .update();
        sql.sql("UPDATE artworks SET input_id = 7").update();
    }

    private String shown() {
        Artwork artwork = artworks.find(id).orElseThrow();
        return artwork.projection() + ", " + artwork.stereo();
    }

    @Test
    void aFileSaysHowItLies() {
        assertThat(shown()).isEqualTo("flat, mono");

        spheres.found(id, INPUT, FULL, List.of());

        assertThat(shown()).isEqualTo("equirectangular, left-right");
    }

    @Test
    void aSourceThatWasReplacedSaysNothingMore() {
        spheres.found(id, INPUT + 1, FULL, List.of());

        assertThat(shown()).isEqualTo("flat, mono");
    }

    @Test
    void whatTheArtistTellsWinsAndStays() {
        spheres.told(id, Optional.of(Projection.HALF_EQUIRECTANGULAR), Optional.empty());
        spheres.found(id, INPUT, FULL, List.of());

        assertThat(shown()).isEqualTo("half equirectangular, left-right");

        spheres.told(id, Optional.empty(), Optional.empty());
        assertThat(shown()).isEqualTo("equirectangular, left-right");
    }

    @Test
    void whatTheFileSaysInVainIsKeptForTheArtist() {
        Told mesh = new Told(Optional.empty(), Optional.empty(), Pose.UPRIGHT, List.of("It is a mesh."));
        spheres.found(id, INPUT, mesh, List.of("It has three channels."));

        assertThat(artworks.find(id).orElseThrow().advice().findings())
                .containsExactly(
                        "It is a mesh. Say how it is in the details: projection: equirectangular.",
                        "It has three channels.");
    }
}
