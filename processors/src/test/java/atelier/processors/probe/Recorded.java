package atelier.processors.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What {@code record.sh} recorded. */
final class Recorded {
    private Recorded() {}

    /** What is made of it, where it is taken. */
    static MediaInfo media(String name) throws JsonProcessingException {
        return new Judge(SourceLimits.defaults()).judge(new ProbeParser().parse(text(name + ".json")));
    }

    static String text(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
