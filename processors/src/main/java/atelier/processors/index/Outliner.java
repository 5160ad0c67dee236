package atelier.processors.index;

import java.io.IOException;
import java.util.Optional;

/** Tells the outline of an input that is being read, to whoever wants it, on a thread of theirs. */
public interface Outliner {
    /** What the container's index says; none where there is none, or it is not certain that it is read as FFmpeg reads it. */
    Optional<Outline> outline() throws IOException;
}
