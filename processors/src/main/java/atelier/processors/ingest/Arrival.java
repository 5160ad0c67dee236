package atelier.processors.ingest;

import atelier.processors.content.ContentHash;
import atelier.processors.ingest.FinishedCopy.Finished;
import atelier.processors.ingest.FinishedCopy.Stuck;
import atelier.processors.ingest.Wholeness.Incomplete;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How a file came: what its name is below, and what is known of it by that. */
sealed interface Arrival {

    /** The folder that its name is below. */
    Path root();

    /** Its content's hash, where that is known already. */
    Optional<ContentHash> content();

    /**
     * What is missing of it and will not come any more.
     *
     * @throws IOException if it cannot be looked at, or is still changing
     */
    Optional<String> missing(Path file) throws IOException;

    /** Copied into the inbox by whatever program, at whatever speed. */
    record Copied(Path root, FinishedCopy finishedCopy) implements Arrival {
        @Override
        public Optional<ContentHash> content() {
            return Optional.empty();
        }

        @Override
        public Optional<String> missing(Path file) throws IOException {
            FinishedCopy.State state = finishedCopy.check(file);
            if (state instanceof Stuck stuck) {
                return Optional.of(stuck.why());
            }
            if (!(state instanceof Finished)) {
                throw new IOException(file + " changed again and is looked at later.");
            }
            return Optional.empty();
        }
    }

    /** Fetched from elsewhere by us, to its end, and hashed on the way: what is missing was missing there. */
    record Fetched(Path root, ContentHash hash) implements Arrival {
        @Override
        public Optional<ContentHash> content() {
            return Optional.of(hash);
        }

        @Override
        public Optional<String> missing(Path file) throws IOException {
            return Wholeness.of(file) instanceof Incomplete incomplete
                    ? Optional.of(incomplete.why())
                    : Optional.empty();
        }
    }
}
