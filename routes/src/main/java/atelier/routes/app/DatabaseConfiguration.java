package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.DatabaseSettings;
import atelier.config.Home;
import atelier.processors.catalog.embedded.EmbeddedDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue's database: a MariaDB of our own, or a server by address. */
@Configuration
class DatabaseConfiguration {
    private static final String NAME = "atelier";
    private static final int SPARE_CONNECTIONS = 12;

    /** A node that hangs in a transaction keeps rows from the others: after a minute the server ends it. */
    private static final String LET_GO = "SET SESSION idle_transaction_timeout = 60";

    @Bean
    Home home(AtelierProperties properties) {
        String work = properties.node().work();
        Home home = work.isBlank() ? new Home(properties.home()) : new Home(properties.home(), Path.of(work));
        home.create();
        return home;
    }

    @Bean
    @ConditionalOnExpression("'${atelier.database.url:}'.isBlank()")
    EmbeddedDatabase embeddedDatabase(Home home, AtelierProperties properties) {
        return EmbeddedDatabase.start(
                home.database(), home.tools(), properties.database().port());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            AtelierProperties properties, org.springframework.beans.factory.ObjectProvider<EmbeddedDatabase> embedded) {
        HikariConfig config = new HikariConfig();
        EmbeddedDatabase own = embedded.getIfAvailable();
        if (own != null) {
            config.setJdbcUrl(own.jdbcUrl(NAME));
        } else {
            config.setJdbcUrl(properties.database().url());
            config.setUsername(properties.database().username());
            config.setPassword(properties.database().password());
        }
        config.setPoolName("catalogue");
        config.setMaximumPoolSize(
                2 * properties.work().effectiveSlots() + properties.work().readers() + SPARE_CONNECTIONS);
        config.setMinimumIdle(2);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(LET_GO);
        return own != null ? migrated(config) : onServer(config, properties.database());
    }

    private static HikariDataSource onServer(HikariConfig config, DatabaseSettings database) {
        try {
            return migrated(config);
        } catch (HikariPool.PoolInitializationException | FlywayException e) {
            throw new DatabaseServerFailures(database).explain(e);
        }
    }

    private static HikariDataSource migrated(HikariConfig config) {
        HikariDataSource dataSource = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        } catch (FlywayException e) {
            dataSource.close();
            throw e;
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
