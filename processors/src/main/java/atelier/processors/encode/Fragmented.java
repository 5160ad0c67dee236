package atelier.processors.encode;

import atelier.processors.mp4.SoundCuts;
import java.util.List;

/** Options of FFmpeg's MP4 writer. As measured: with these, the init segments of all chunks are the same. */
final class Fragmented {
    /** Some lines of progress a second, on standard output. */
    static final List<String> PROGRESS = List.of("-stats_period", "0.2", "-progress", "pipe:1", "-nostats", "-y");

    private Fragmented() {}

    /** A fragment for each key frame, on the disk as soon as it is whole, times in ticks of the time scale. */
    static List<String> video(int timescale) {
        return List.of(
                "-video_track_timescale",
                Integer.toString(timescale),
                "-use_editlist",
                "0",
                "-avoid_negative_ts",
                "disabled",
                "-flush_packets",
                "1",
                "-movflags",
                "+cmaf+frag_keyframe+empty_moov+default_base_moof",
                "-f",
                "mp4");
    }

    /** Short fragments, each on the disk as soon as it is whole. */
    static List<String> audio() {
        return List.of(
                "-use_editlist",
                "0",
                "-avoid_negative_ts",
                "disabled",
                "-frag_duration",
                Long.toString(SoundCuts.FRAGMENT.toNanos() / 1000),
                "-flush_packets",
                "1",
                "-movflags",
                "+cmaf+empty_moov+default_base_moof",
                "-f",
                "mp4");
    }
}
