package atelier.processors.catalog;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code playback_keys}: what addresses are signed with. Each key signs for a day, and is kept until nothing is valid any
 * more that it signed. What is known stays of use while the database is away.
 */
public final class PlaybackKeys {
    /** Longest that an address may hold: no bucket's may hold longer (AWS Signature Version 4). */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration SIGNS = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private List<Key> keys = List.of();
    private Instant read = Instant.EPOCH;

    /** A key, which is in no text of it. */
    public static final class Key {
        private final long id;
        private final byte[] secret;
        private final long createdMillis;

        public Key(long id, byte[] secret, long createdMillis) {
            this.id = id;
            this.secret = secret.clone();
            this.createdMillis = createdMillis;
        }

        public long id() {
            return id;
        }

        public byte[] secret() {
            return secret.clone();
        }
    }

    public PlaybackKeys(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The key to sign with now; made where there is none yet, or where it has signed long enough. */
    public synchronized Key current() {
        try {
            if (isOlder(KNOWN)) {
                read();
            }
            if (newest().isEmpty()) {
                add();
                read();
            }
        } catch (DataAccessException e) {
            if (keys.isEmpty()) {
                throw e;
            }
        }
        return keys.get(0);
    }

    /** A key that signed something. */
    public synchronized Optional<Key> find(long id) {
        if (known(id).isEmpty() && isOlder(AGAIN)) {
            try {
                read();
            } catch (DataAccessException e) {
                // Another node may have made it; whoever bears what it signed comes again.
                return Optional.empty();
            }
        }
        return known(id);
    }

    private Optional<Key> known(long id) {
        return keys.stream().filter(each -> each.id == id).findFirst();
    }

    private Optional<Key> newest() {
        long since = clock.instant().minus(SIGNS).toEpochMilli();
        return keys.stream().findFirst().filter(each -> each.createdMillis > since);
    }

    private boolean isOlder(Duration age) {
        return !read.plus(age).isAfter(clock.instant());
    }

    private void read() {
        read = clock.instant();
        keys = sql.sql("SELECT * FROM playback_keys ORDER BY id DESC")
                .query(PlaybackKeys::map)
                .list();
    }

    private void add() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        sql.sql("INSERT INTO playback_keys (secret, created_at) VALUES (:secret, :now)")
                .param("secret", secret)
                .param("now", Sql.now(clock))
                .update();
        // A day longer than anything holds that was signed with them.
        sql.sql("DELETE FROM playback_keys WHERE created_at < :now - INTERVAL :days DAY")
                .param("now", Sql.now(clock))
                .param("days", LONGEST.plus(SIGNS).plus(SIGNS).toDays())
                .update();
    }

    private static Key map(ResultSet row, int number) throws SQLException {
        return new Key(row.getLong("id"), row.getBytes("secret"), Sql.millis(row, "created_at"));
    }
}
