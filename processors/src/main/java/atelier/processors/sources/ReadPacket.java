package atelier.processors.sources;

import java.util.Optional;

/**
 * A packet as FFmpeg's reader brought it, from a line of its {@code framehash} format.
 *
 * @param time when it is presented; {@link Long#MIN_VALUE} where it does not say
 * @param size of its data
 * @param hash the first 32 bits of its SHA-256
 */
record ReadPacket(long time, long size, int hash) {
    private static final int FIELDS = 6;
    private static final int HASH_DIGITS = 8;

    /** Nothing for lines that say other things. */
    static Optional<ReadPacket> of(String line) {
        String[] fields = line.split(",");
        if (line.startsWith("#") || fields.length < FIELDS) {
            return Optional.empty();
        }
        return Optional.of(new ReadPacket(
                Long.parseLong(fields[2].strip()),
                Long.parseLong(fields[4].strip()),
                Integer.parseUnsignedInt(fields[5].strip().substring(0, HASH_DIGITS), 16)));
    }
}
