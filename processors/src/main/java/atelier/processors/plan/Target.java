package atelier.processors.plan;

import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;

/**
 * A rendition that is made, and of what.
 *
 * @param rendition which
 * @param rung 0 for the lowest video rendition of the artwork, then upwards
 * @param size of its picture; of no meaning for audio
 * @param from what it is made of: its nearest delivered ancestor, or what was delivered as itself
 */
public record Target(Rendition rendition, int rung, FrameSize size, Delivered from) {

    String name() {
        return rendition.name();
    }

    /** Whether an artist delivered it. */
    boolean isOverride() {
        return from.type().equals(name());
    }
}
