package atelier.processors.probe;

import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether H.264 of which nothing is told is made of fields. Where a broadcast was put into MP4 as it is, each field has a packet of its
 * own, and FFmpeg does not tell after one of them. Some pictures are decoded.
 */
record FieldSearch(PictureLook looking) {
    private static final String FIRST_PACKETS = "%+#16";

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
        looking.at(file, Program.FFPROBE, arguments(file, stream), pictures::add);
        return pictures;
    }

    private static List<String> arguments(Path file, int stream) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error", "-of", "csv=p=0"));
        arguments.addAll(List.of("-select_streams", Integer.toString(stream), "-read_intervals", FIRST_PACKETS));
        arguments.addAll(List.of("-show_entries", "frame=interlaced_frame,top_field_first"));
        arguments.addAll(InputOptions.beforeInput());
        arguments.addAll(List.of("-i", InputOptions.input(file)));
        return arguments;
    }
}
