package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.FirstPart;
import atelier.processors.index.Ratio;
import atelier.processors.index.Seek;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of pictures of the first part of a film, two a second at most, how dark, bright and blurred they are, in lines for
 * {@link PosterCandidates}. They are scaled first: that costs little, and makes figures of all sizes alike.
 *
 * @param timeBase of the video, in seconds
 * @param span its first chunk
 * @param keyFrames whether no others are decoded
 */
record CandidatesCommand(EncodeInput input, Ratio timeBase, ChunkSpan span, boolean keyFrames) {
    private static final int WIDTH = 320;

    Command running(Path folder) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(keyFrames ? List.of("-skip_frame", "nokey") : List.of());
        arguments.addAll(input.options());
        arguments.addAll(Seek.to(span, timeBase));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-filter_threads", "1", "-vf", filters(), "-fps_mode", "passthrough"));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.addAll(List.of("-f", "null", "-"));
        return new Command(Program.FFMPEG, arguments, folder);
    }

    private String filters() {
        long end = span.startPts() + (long) (FirstPart.SECONDS / timeBase.value());
        return String.join(
                ",",
                "trim=start_pts=" + span.startPts() + ":end_pts=" + end,
                "select='isnan(prev_selected_t)+gte(t-prev_selected_t,0.5)'",
                "scale=" + WIDTH + ":-2",
                "format=yuv420p",
                "signalstats",
                "blurdetect",
                "metadata=mode=print:file=-");
    }
}
