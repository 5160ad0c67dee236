package atelier.routes.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** All clips, delivered at once by whoever asks first, so that some are encoded while another is awaited. */
final class Gallery {
    private final ClipFiles clips;
    private final Studio studio;
    private final AtomicBoolean delivered = new AtomicBoolean();

    Gallery(ClipFiles clips, Studio studio) {
        this.clips = clips;
        this.studio = studio;
    }

    /** What was delivered as that clip. */
    Path source(Clip clip) {
        return clips.of(clip);
    }

    /** The artwork made of a clip, once it is ready. */
    JsonNode ready(Clip clip) {
        if (delivered.compareAndSet(false, true)) {
            for (Clip each : Clip.values()) {
                studio.drop(clips.of(each), each.slug() + "." + each.extension());
            }
        }
        return studio.ready(clip.slug());
    }
}
