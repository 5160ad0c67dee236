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
}
