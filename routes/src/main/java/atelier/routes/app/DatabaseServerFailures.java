package atelier.routes.app;

import atelier.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to check when a MariaDB server by address cannot be used, by what its driver said. Codes as in MariaDB's list of errors,
 * states as in the SQL standard.
 *
 * @param database the settings that name the server
 */
record DatabaseServerFailures(DatabaseSettings database) {
    private static final int NO_RIGHTS_ON_DATABASE = 1044;
    private static final int NO_DATABASE = 1049;
    private static final int NO_RIGHTS_ON_TABLE = 1142;
    private static final int DEEPEST = 50;

    /** Names what to check, where the failure is the server's; any other failure stays as it is. */
    RuntimeException explain(RuntimeException failure) {
        Optional<SQLException> said = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
        return said.<RuntimeException>map(sql -> new DatabaseServerException(problem(sql), remedy(sql), failure))
                .orElse(failure);
    }

    private String problem(SQLException said) {
        return "The MariaDB server at " + database.address() + " cannot be used as '" + database.username() + "': "
                + said.getMessage() + ". Atelier does not start; nothing there was changed.";
    }

    private String remedy(SQLException said) {
        String state = Optional.ofNullable(said.getSQLState()).orElse("");
        if (said.getErrorCode() == NO_DATABASE) {
            return "Create the database that atelier.database.url names (CREATE DATABASE … CHARACTER SET utf8mb4), "
                    + "or name one that is there.";
        }
        if (said.getErrorCode() == NO_RIGHTS_ON_DATABASE || said.getErrorCode() == NO_RIGHTS_ON_TABLE) {
            return "Give that user all rights on that database (GRANT ALL ON … TO …), "
                    + "or name another in atelier.database.username.";
        }
        if (state.startsWith("28")) {
            return "Check atelier.database.username and atelier.database.password (in the environment: "
                    + "ATELIER_DATABASE_USERNAME, ATELIER_DATABASE_PASSWORD), and that this user may come from this machine.";
        }
        if (state.startsWith("08")) {
            return "Check that the server runs, that host and port in atelier.database.url are its own, and that no "
                    + "firewall lies between. Leave atelier.database.url empty for an embedded database.";
        }
        return "Check atelier.database.url, and that it is a MariaDB server, 10.6 or newer.";
    }
}
