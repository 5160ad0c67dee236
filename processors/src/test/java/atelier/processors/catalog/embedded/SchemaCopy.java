package atelier.processors.catalog.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * All that migrations made of a database: its tables, their rows, and its triggers.
 *
 * @param statements that make the same of an empty one
 */
record SchemaCopy(List<String> statements) {
    SchemaCopy {
        statements = List.copyOf(statements);
    }

    static SchemaCopy of(DataSource template) {
        try (Connection connection = template.getConnection()) {
            String source = connection.getCatalog();
            List<String> statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
            for (String table : column(connection, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'", 1)) {
                statements.addAll(column(connection, "SHOW CREATE TABLE `" + table + "`", 2));
                statements.add("INSERT INTO `" + table + "` SELECT * FROM `" + source + "`.`" + table + "`");
            }
            for (String trigger : column(connection, "SHOW TRIGGERS", 1)) {
                statements.addAll(column(connection, "SHOW CREATE TRIGGER `" + trigger + "`", 3));
            }
            return new SchemaCopy(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void copyTo(DataSource empty) {
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(Connection connection, String query, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        }
        return values;
    }
}
