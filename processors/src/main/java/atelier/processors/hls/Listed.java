package atelier.processors.hls;

/** A playlist of one rendition that lists what need not be made yet. */
public sealed interface Listed permits WholePlaylist, TextPlaylist {

    /** How many segments it lists. */
    int size();

    /** Whether more will follow. */
    End end();

    /** Whether nothing follows. */
    default boolean ended() {
        return end() != End.OPEN;
    }

    /** The playlist as it is served. */
    String text();
}
