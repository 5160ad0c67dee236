package atelier.processors.hls;

/** EXT-X-PLAYLIST-TYPE. */
public enum PlaylistType {
    /** Grows: segments are appended and never taken away. */
    EVENT,
    /** Never changes. */
    VOD
}
