package atelier.processors.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sees that what was encoded looks like what it was encoded of.
 *
 * @param floor least {@link Likeness} of a chunk's worst sample; 0: everything passes
 */
public record QualityGate(double floor) {

    /**
     * Holds a chunk's samples against those of its source.
     *
     * @param what the output, for people
     * @param decoded what the samples lie beside that were decoded
     * @param encoded what those lie beside that went into the encoder
     * @return what is wrong with it, if it does not pass
     * @throws OutputCheckException if there are not as many of both
     */
    Optional<UnlikeSourceException> look(String what, Samples samples, Path decoded, Path encoded) throws IOException {
        if (floor <= 0) {
            return Optional.empty();
        }
        List<Path> taken = samples.files(encoded);
        List<Path> found = samples.files(decoded);
        double least = 1;
        for (int i = 0; i < taken.size(); i++) {
            byte[] wanted = Files.readAllBytes(taken.get(i));
            byte[] made = Files.readAllBytes(found.get(i));
            least = Math.min(least, likeness(what, new Likeness(samples.small()), samples.count(i), wanted, made));
        }
        return least >= floor ? Optional.empty() : Optional.of(new UnlikeSourceException(what, least, floor));
    }

    private static double likeness(String what, Likeness likeness, int pictures, byte[] wanted, byte[] made) {
        if (wanted.length != pictures * likeness.bytes() || made.length != wanted.length) {
            throw new OutputCheckException(what + " cannot be compared with its source: of " + pictures + " pictures, "
                    + wanted.length / likeness.bytes() + " went in and " + made.length / likeness.bytes()
                    + " came out. It is encoded again.");
        }
        double least = 1;
        for (int at = 0; at < wanted.length; at += likeness.bytes()) {
            least = Math.min(least, likeness.of(wanted, made, at));
        }
        return least;
    }
}
