package atelier.processors.encode;

import java.io.File;

/** How large an output will be, about: rather too large than too small. */
final class Estimate {
    private static final double KILOBIT = 1000 / 8.0;
    private static final long POSTER = 1_000_000;

    /** Without a cap: more than encoders spend on film at the qualities that recipes ask for. */
    private static final double BITS_A_PIXEL = 0.2;

    private static final double FRAMES_A_SECOND = 30;
    private static final long SOUND_KILOBITS = 512;

    private Estimate() {}

    /** In bytes. */
    static long bytes(EncodeJob job) {
        return switch (job.recipe().kind()) {
            case TEXT, POSTER -> POSTER;
            case AUDIO -> sound(job);
            case VIDEO -> job.copied().isPresent() ? copied(job) : encoded(job);
        };
    }

    private static long sound(EncodeJob job) {
        int kilobits = job.recipe().maxrate();
        return (long) (job.durationMillis().orElse(0) / 1000.0 * KILOBIT * (kilobits > 0 ? kilobits : SOUND_KILOBITS));
    }

    private static long encoded(EncodeJob job) {
        double capped = job.recipe().maxrate() * KILOBIT;
        double free = (double) job.size().width() * job.size().height() * BITS_A_PIXEL * FRAMES_A_SECOND / 8;
        return (long) (seconds(job) * (capped > 0 ? capped : free));
    }

    /** Its part of the file. */
    private static long copied(EncodeJob job) {
        File file = job.file().toFile();
        if (!file.exists()) {
            return encoded(job); // Of a source in a bucket nothing need be here yet.
        }
        double whole = job.durationMillis().orElse(0) / 1000.0;
        return whole > 0 ? (long) (file.length() * Math.min(1, seconds(job) / whole)) : file.length();
    }

    private static double seconds(EncodeJob job) {
        return job.chunk().map(chunk -> chunk.span().seconds()).orElse(0.0);
    }
}
