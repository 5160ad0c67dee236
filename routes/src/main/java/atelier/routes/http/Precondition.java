package atelier.routes.http;

import atelier.processors.catalog.Installations;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The state in which a thing must be for a call to change it (RFC 9110, 13.1).
 *
 * @param tag its entity tag without quotes, {@code *} for any; empty where it must not be there yet
 */
record Precondition(String tag) {

    /** Reads the headers of a call; one of them is asked for, so that nobody undoes what they have not seen. */
    static Precondition of(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        if (ifMatch.isPresent()) {
            String tag = ifMatch.get().strip();
            return new Precondition(tag.equals(Installations.ANY) ? tag : unquoted(tag));
        }
        if (ifNoneMatch.map(String::strip).filter(Installations.ANY::equals).isPresent()) {
            return new Precondition("");
        }
        throw problem(
                HttpStatus.PRECONDITION_REQUIRED,
                "Nothing was changed. Send \"If-Match\" with the ETag of what is changed,"
                        + " or \"If-None-Match: *\" with something new.");
    }

    /** Whether the thing must not be there yet. */
    boolean isNew() {
        return tag.isEmpty();
    }

    /** What to answer where the thing is in another state. */
    ErrorResponseException failed(String name) {
        return problem(
                HttpStatus.PRECONDITION_FAILED,
                isNew()
                        ? "There is a playlist '" + name
                                + "' already. Nothing was changed. Choose another name, or edit that one."
                        : "Playlist '" + name + "' was changed or removed by somebody else. Nothing was changed."
                                + " Read it again, then make your changes in that.");
    }

    static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** A weak tag, a list or anything else never matches: it names no state. */
    private static String unquoted(String tag) {
        boolean strong = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
        return strong ? tag.substring(1, tag.length() - 1) : "none";
    }
}
