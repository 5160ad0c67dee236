package atelier.processors.hls;

/** Whether a playlist lists its rendition to the end. */
public enum End {
    /** More will be listed. */
    OPEN,

    /** Nothing follows, as far as the source's index tells; the source has not been read. */
    FORESEEN,

    /** Nothing follows: the playlist stays as it is. */
    FINAL
}
