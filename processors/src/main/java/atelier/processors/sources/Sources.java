package atelier.processors.sources;

import atelier.processors.catalog.Input;
import atelier.processors.store.Leftovers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The seam to where delivered files are kept: a folder that all nodes share, or a bucket. */
public interface Sources extends Leftovers {

    /**
     * Sees that something can be kept. To be called before a file leaves where it was delivered.
     *
     * @throws SourcesAwayException if the folder is not mounted
     */
    void requirePresence();

    /**
     * Makes the durable copy of a file that has its name in the home's folder of sources already.
     *
     * @throws SourcesAwayException if that cannot be done now
     */
    Deposit deposit(Path kept) throws IOException;

    /** Whether an input's file is kept, as far as is known without looking for it far away. */
    boolean isThere(Input input);

    /**
     * An input's file, all of it.
     *
     * @throws SourcesAwayException if it cannot be had now
     * @throws SourceReplacedException if it is no longer the file that was delivered
     */
    SourceFile whole(Input input) throws IOException;

    /**
     * An input's file, of which a chunk can be made as of the whole file.
     *
     * @throws SourcesAwayException if it cannot be had now
     * @throws SourceReplacedException if it is no longer the file that was read
     */
    SourceFile chunk(Input input, WantedChunk wanted) throws IOException;

    /**
     * Brings an input's file to its place in the home, to be moved away from there.
     *
     * @throws SourcesAwayException if it cannot be had now
     */
    Path bring(Input input) throws IOException;

    /** An input's file was moved away: nothing is kept of it any more. */
    void forget(Input input);

    /**
     * What has become of an input's file since it was read.
     *
     * @throws SourcesAwayException if that cannot be told now
     */
    State state(Input input) throws IOException;

    /** What an input was replaced by is what a new one is read from. To be called in the transaction that records it. */
    void follow(State.Replaced now, long input);

    /**
     * What notes where the packets are, while an input is read; nothing does for files that every node has.
     *
     * @param file the whole of it, on this machine
     * @param stream index of the video in it
     */
    Optional<ReadingLog> log(Input input, Path file, int stream) throws IOException;

    /** Why what was delivered cannot be read now, and what to do, as sentences; empty if it can. */
    Optional<String> trouble();

    /** What has become of a file. */
    sealed interface State {
        /** It is there; whether it is the same is for others to see, by its content where need be. */
        record There(Path file) implements State {}

        /** It is the very version that was read. */
        record Same() implements State {}

        /**
         * It was replaced in place.
         *
         * @param version what tells it from others
         */
        record Replaced(long bytes, String version) implements State {}

        /** It is gone. */
        record Gone() implements State {}
    }
}
