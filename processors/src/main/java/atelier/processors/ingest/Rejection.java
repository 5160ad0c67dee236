package atelier.processors.ingest;

/**
 * Why a file is refused, in words for the artist who delivered it.
 *
 * @param problem what is wrong, in one sentence, with figures where there are any
 * @param remedy what to do about it, in one sentence
 */
public record Rejection(String problem, String remedy) {
    public Rejection {
        if (problem.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("A rejection needs a problem and a remedy.");
        }
    }
}
