package atelier.processors.plan;

import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;

/**
 * A rendition that is made of an input.
 *
 * @param formatId its row in {@code video_formats}
 * @param rendition which
 * @param rung 0 for the lowest video rendition of the artwork, then upwards
 * @param size of its picture; of no meaning for audio
 */
public record Target(long formatId, Rendition rendition, int rung, FrameSize size) {}
