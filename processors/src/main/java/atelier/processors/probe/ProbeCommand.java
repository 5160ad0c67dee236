package atelier.processors.probe;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The call of ffprobe that reads a file's streams. */
final class ProbeCommand {
    /** Late streams of a transport stream are found within this much; other formats have an index. */
    private static final String BYTES_READ = "20000000";

    private static final String MICROSECONDS_READ = "10000000";

    /** The first packets tell whether the content is encrypted; the streams alone do not. */
    private static final String FIRST_PACKETS = "%+#20";

    private static final String ENTRIES = String.join(
            ":",
            "format=format_name,duration",
            "format_tags=major_brand",
            "stream=index,codec_type,codec_name,codec_tag_string,profile,width,height,sample_aspect_ratio,pix_fmt,field_order,"
                    + "color_range,color_space,color_primaries,color_transfer,r_frame_rate,avg_frame_rate,time_base,start_pts,"
                    + "start_time,duration,sample_rate,channels,channel_layout,extradata_hash",
            "stream_disposition=default,attached_pic,timed_thumbnails,still_image",
            "stream_tags=language,title",
            "stream_side_data=side_data_type,displaymatrix,rotation,projection,bound_left,bound_top,bound_right,bound_bottom,yaw,pitch,roll,type,"
                    + "dv_profile,dv_bl_signal_compatibility_id",
            "packet=stream_index",
            "packet_side_data=side_data_type");

    private ProbeCommand() {}

    static Command of(Path file, Path scratch) {
        return of(file, scratch, InputOptions.beforeInput());
    }

    /** @param inputOptions the allow-lists that go before the input */
    static Command of(Path file, Path scratch, List<String> inputOptions) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error", "-of", "json"));
        arguments.addAll(List.of("-probesize", BYTES_READ, "-analyzeduration", MICROSECONDS_READ));
        arguments.addAll(List.of("-read_intervals", FIRST_PACKETS, "-show_entries", ENTRIES));
        arguments.addAll(List.of("-show_data_hash", "sha256"));
        arguments.addAll(inputOptions);
        arguments.addAll(List.of("-i", InputOptions.input(file)));
        return new Command(Program.FFPROBE, arguments, scratch);
    }
}
