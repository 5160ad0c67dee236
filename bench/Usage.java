package bench;

/**
 * What a piece of work cost.
 *
 * @param ffmpeg CPU seconds of all FFmpeg and ffprobe processes
 * @param jvm CPU seconds of Atelier's JVM
 * @param database CPU seconds of its MariaDB
 * @param others CPU seconds that everything else on this machine used meanwhile
 * @param wall seconds by the clock
 * @param bytes of what was made
 */
record Usage(double ffmpeg, double jvm, double database, double others, double wall, long bytes) {

    double cpu() {
        return ffmpeg + jvm + database;
    }

    Usage plus(Usage more) {
        return new Usage(
                ffmpeg + more.ffmpeg,
                jvm + more.jvm,
                database + more.database,
                others + more.others,
                wall + more.wall,
                bytes + more.bytes);
    }

    /** The same, having made so many bytes. */
    Usage of(long made) {
        return new Usage(ffmpeg, jvm, database, others, wall, made);
    }
}
