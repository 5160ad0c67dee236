package atelier.processors.sources;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import atelier.processors.store.Presence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Delivered files in the home's folder, which all nodes share. */
public final class FolderSources implements Sources {
    private final Home home;
    private final Presence presence;

    public FolderSources(Home home) {
        this.home = home;
        this.presence = new Presence("The folder of sources", home.sources());
    }

    @Override
    public void requirePresence() {
        presence.trouble().ifPresent(text -> {
            throw new SourcesAwayException(text);
        });
    }

    @Override
    public Deposit deposit(Path kept) {
        return Deposit.NONE;
    }

    @Override
    public boolean isThere(Input input) {
        return Files.exists(path(input));
    }

    @Override
    public SourceFile whole(Input input) {
        return SourceFile.of(path(input));
    }

    @Override
    public SourceFile chunk(Input input, WantedChunk wanted) {
        return whole(input);
    }

    @Override
    public Path bring(Input input) {
        return path(input);
    }

    @Override
    public void forget(Input input) {
        // Who moved it away has left nothing.
    }

    @Override
    public State state(Input input) {
        Path file = path(input);
        return Files.isRegularFile(file) ? new State.There(file) : new State.Gone();
    }

    @Override
    public void follow(State.Replaced now, long input) {
        // Of a folder nobody says so.
    }

    @Override
    public Optional<ReadingLog> log(Input input, Path file, int stream) {
        return Optional.empty();
    }

    @Override
    public int removeUnfinished(Instant before) {
        return 0;
    }

    @Override
    public Optional<String> trouble() {
        return presence.trouble();
    }

    /** A file that is not there is missed only where its folder is. */
    private Path path(Input input) {
        requirePresence();
        return home.resolve(input.filePath());
    }
}
