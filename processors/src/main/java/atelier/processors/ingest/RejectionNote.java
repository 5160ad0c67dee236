package atelier.processors.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The note beside a refused file. */
record RejectionNote(String text) {

    static RejectionNote of(Path name, Rejection rejection, Instant when) {
        return new RejectionNote("""
                %s was not taken.

                Why: %s
                What to do: %s
                When: %s

                The file itself is unchanged and lies beside this note. Nothing else was affected.
                """.formatted(
                        Slug.printable(name.toString()),
                        Slug.printable(rejection.problem()),
                        Slug.printable(rejection.remedy()),
                        when.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Puts the note in its place, whole or not at all; in place of one that an interrupted refusal of the same file left. */
    void write(Path place) throws IOException {
        Path temporary = place.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(temporary, text);
            SafeMove.sync(temporary);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
