package atelier.processors.sources;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import java.nio.file.Files;
import java.nio.file.Path;

/** Delivered files in the home's folder, which all nodes share. */
public final class FolderSources implements Sources {
    private final Home home;

    public FolderSources(Home home) {
        this.home = home;
    }

    @Override
    public Deposit deposit(Path kept) {
        return Deposit.NONE;
    }

    @Override
    public boolean isThere(Input input) {
        return Files.exists(home.resolve(input.filePath()));
    }

    @Override
    public SourceFile whole(Input input) {
        return SourceFile.of(home.resolve(input.filePath()));
    }

    @Override
    public SourceFile chunk(Input input, WantedChunk wanted) {
        return whole(input);
    }

    @Override
    public Path bring(Input input) {
        return home.resolve(input.filePath());
    }

    @Override
    public void forget(Input input) {
        // Who moved it away has left nothing.
    }

    @Override
    public State state(Input input) {
        Path file = home.resolve(input.filePath());
        return Files.isRegularFile(file) ? new State.There(file) : new State.Gone();
    }

    @Override
    public void follow(State.Replaced now, long input) {
        // Of a folder nobody says so.
    }

    @Override
    public ReadingLog log(Input input, Path file, int stream) {
        return ReadingLog.NONE;
    }
}
