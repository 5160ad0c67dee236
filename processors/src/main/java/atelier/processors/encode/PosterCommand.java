package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes a poster of a picture of a film.
 *
 * @param timeBase of the video, in seconds
 * @param seekPts where to look for it, in the time base: not behind it; none: from the film's beginning
 * @param pts when the picture is shown, in the time base
 */
record PosterCommand(
        EncodeInput input,
        Ratio timeBase,
        OptionalLong seekPts,
        long pts,
        FrameSize size,
        SourcePicture picture,
        Recipe recipe) {

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(VideoCommand.seeking(seekPts, timeBase));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-map_metadata", "-1", "-filter_threads", "1", "-vf", filters()));
        arguments.addAll(List.of("-frames:v", "1", "-update", "1", "-c:v", "mjpeg"));
        arguments.addAll(List.of("-q:v", Integer.toString(recipe.quality()), "-threads", "1", "-f", "image2"));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    private String filters() {
        List<String> filters = new ArrayList<>();
        filters.add("trim=start_pts=" + pts);
        if (picture.scan() != Scan.PROGRESSIVE) {
            filters.add(picture.scan().filter());
        }
        filters.add(Look.JPEG.filters(picture.colour(), size));
        return String.join(",", filters);
    }
}
