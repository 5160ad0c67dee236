package atelier.processors.publish;

import atelier.processors.catalog.Artwork;

/** Hears when an artwork can be played for the first time. */
public interface PlayableListener {

    /**
     * An artwork can be played.
     *
     * @param millis since it was taken from the inbox
     */
    void playable(Artwork artwork, long millis);
}
