package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.Ratio;
import atelier.processors.index.Seek;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
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

    Command writing(PosterFiles files) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(Seek.to(seekPts, timeBase));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", InputOptions.input(input.file())));
        arguments.addAll(files.arguments(input.stream(), recipe.quality(), this::filters));
        return new Command(Program.FFMPEG, arguments, files.folder());
    }

    private String filters(Look look) {
        List<String> filters = new ArrayList<>();
        filters.add("trim=start_pts=" + pts);
        filters.addAll(picture.scan().filters());
        FlatView.filter(recipe, picture.frame(), size).ifPresent(filters::add);
        filters.add(look.filters(picture.colour(), size));
        return String.join(",", filters);
    }
}
