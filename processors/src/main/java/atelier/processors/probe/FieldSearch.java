package atelier.processors.probe;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether H.264 of which nothing is told is made of fields. Where a broadcast was put into MP4 as it is, each field has a packet of its
 * own, and FFmpeg does not tell after one of them. Some pictures are decoded.
 */
final class FieldSearch {
    private static final Logger LOG = LoggerFactory.getLogger(FieldSearch.class);
    private static final String FIRST_PACKETS = "%+#16";

    private final Programs programs;
    private final Limits limits;
    private final Path scratch;

    FieldSearch(Programs programs, Limits limits, Path scratch) {
        this.programs = programs;
        this.limits = limits;
        this.scratch = scratch;
    }

    /** The same file, with the order of its fields where its pictures have any. */
    MediaInfo look(Path file, MediaInfo media) {
        VideoStream video = media.video();
        if (!video.codec().equals("h264") || video.fieldOrder().isPresent()) {
            return media;
        }
        List<String> pictures = pictures(file, video.index());
        long top = pictures.stream().filter("1,1"::equals).count();
        long bottom = pictures.stream().filter("1,0"::equals).count();
        return top + bottom == 0 ? media : media.scanned(top >= bottom ? "tt" : "bb");
    }

    /** Of each whether it is made of fields, and whether the upper is the earlier; nothing of what cannot be decoded. */
    private List<String> pictures(Path file, int stream) {
        List<String> pictures = new ArrayList<>();
        try {
            programs.run(command(file, stream), limits, pictures::add);
        } catch (ProgramException e) {
            if (e.cause() != ProgramException.Cause.FAILED) {
                throw e;
            }
            LOG.info("{} cannot be looked at for fields: {}", file, e.getMessage());
        }
        return pictures;
    }

    private Command command(Path file, int stream) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error", "-of", "csv=p=0"));
        arguments.addAll(List.of("-select_streams", Integer.toString(stream), "-read_intervals", FIRST_PACKETS));
        arguments.addAll(List.of("-show_entries", "frame=interlaced_frame,top_field_first"));
        arguments.addAll(InputOptions.beforeInput());
        arguments.addAll(List.of("-i", InputOptions.input(file)));
        return new Command(Program.FFPROBE, arguments, scratch);
    }
}
