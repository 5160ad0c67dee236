package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Objects of buckets that could not be fetched, and are to be tried again. */
class FailedObjectsTest {
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final FailedWork failed = new FailedWork(sql);

    private void object(String slug, String outcome) {
        sql.sql("""
                        INSERT INTO bucket_objects (place, bucket, object_key, slug, format_type, waiting, noticed, outcome,
                            created_at, updated_at)
                        VALUES (SHA2(?, 256), 'studio', 'key', ?, 'SOURCE', FALSE, 1, ?, UTC_TIMESTAMP(3),
                            UTC_TIMESTAMP(3))""").params(slug, slug, outcome).update();
    }

    @Test
    void waitAgainWhereTheyAreInTheScope() {
        object("one", "failed");
        object("two", "failed");
        object("three", "taken");

        assertThat(failed.objectsAgain(new FailedWork.Scope(Optional.of("one"), Optional.empty())))
                .isEqualTo(1);
        assertThat(failed.objectsAgain(FailedWork.Scope.ALL)).isEqualTo(1);
        assertThat(failed.objectsAgain(FailedWork.Scope.ALL)).isZero();
    }
}
