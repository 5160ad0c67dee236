package atelier.processors.hls;

/** A playlist that would break HLS's rules if it were published. */
public final class PlaylistException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlaylistException(String what, Object... values) {
        super(what.formatted(values) + ". It is not published. This is a fault in Atelier's plan: please report it.");
    }
}
