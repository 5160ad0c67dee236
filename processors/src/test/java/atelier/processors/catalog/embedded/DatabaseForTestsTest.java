package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseForTestsTest {
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()";

    @Test
    void eachTestHasADatabaseOfItsOwn() {
        DataSource one = DatabaseForTests.freshDatabase();
        DataSource other = DatabaseForTests.freshDatabase();
        new JdbcTemplate(one).execute("CREATE TABLE seen (id INT)");

        assertThat(new JdbcTemplate(one).queryForList(TABLES, String.class)).containsExactly("seen");
        assertThat(new JdbcTemplate(other).queryForList(TABLES, String.class)).isEmpty();
    }

    @Test
    void aFreshCatalogueHasItsTables() {
        DataSource catalogue = DatabaseForTests.freshCatalogue();

        assertThat(new JdbcTemplate(catalogue).queryForList(TABLES, String.class))
                .contains("artworks", "video_formats", "encode_jobs");
    }
}
