package atelier.processors.ffmpeg;

import java.nio.file.Path;

/**
 * By which one program hands pictures to another: two named pipes in their scratch folder, with a {@link Pacer} between.
 *
 * @param in what the one writes to
 * @param out what the other reads from
 * @param bytes of a picture
 */
public record PicturePipe(Path in, Path out, long bytes) {}
