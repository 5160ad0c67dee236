package atelier.processors.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code encoder_rests}: encoders in hardware that failed lately. All nodes let them rest. */
public final class EncoderRests {
    private final JdbcClient sql;
    private final Clock clock;

    public EncoderRests(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Lets an encoder rest for a while. */
    public void rest(String encoder, Duration time, String error) {
        LocalDateTime until = Sql.now(clock).plus(time);
        sql.sql("""
                        INSERT INTO encoder_rests (encoder, until, error) VALUES (:encoder, :until, :error)
                        ON DUPLICATE KEY UPDATE until = VALUES(until), error = VALUES(error)""")
                .param("encoder", encoder)
                .param("until", until)
                .param("error", error)
                .update();
    }

    /** Whether it rests. */
    public boolean rests(String encoder) {
        return resting().contains(encoder);
    }

    /** Those that rest. */
    public Set<String> resting() {
        return sql
                .sql("SELECT encoder FROM encoder_rests WHERE until > :now")
                .param("now", Sql.now(clock))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
