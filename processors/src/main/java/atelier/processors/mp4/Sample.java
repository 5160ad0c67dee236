package atelier.processors.mp4;

/**
 * A frame of pictures or packet of sound.
 *
 * @param offset position of its bytes in the file
 * @param size in bytes
 * @param decodeTime in ticks
 * @param duration in ticks
 * @param flags ISO/IEC 14496-12, 8.8.3.1
 * @param presentationTime in ticks
 */
record Sample(long offset, int size, long decodeTime, long duration, int flags, long presentationTime) {
    private static final int NOT_SYNC = 0x10000;

    boolean isSync() {
        return (flags & NOT_SYNC) == 0;
    }

    /** How much later than it is decoded it is presented; may be below 0. */
    long presentationOffset() {
        return presentationTime - decodeTime;
    }

    Sample movedBy(long bytes) {
        return new Sample(offset + bytes, size, decodeTime, duration, flags, presentationTime);
    }

    Sample at(long decode, long length, long presentation) {
        return new Sample(offset, size, decode, length, flags, presentation);
    }
}
