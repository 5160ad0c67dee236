package atelier.processors.ladder;

/**
 * A rendition that is made, and of what.
 *
 * @param rendition which
 * @param from {@link Ladder#SOURCE}, or the rendition that the delivered file it is made of overrides
 * @param size of its picture; of no meaning for sound
 */
public record Made(Rendition rendition, String from, FrameSize size) {
    /** Whether it was delivered as itself. */
    public boolean isDelivered() {
        return from.equals(rendition.name());
    }
}
