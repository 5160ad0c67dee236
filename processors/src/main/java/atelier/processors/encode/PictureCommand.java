package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.util.ArrayList;
import java.util.List;

/** Makes a poster of a picture: in the preview's size, and without whatever else the file tells. */
record PictureCommand(EncodeInput input, FrameSize size, Recipe recipe) {
    Command writing(PosterFiles files) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(List.of("-i", InputOptions.input(input.file())));
        arguments.addAll(files.arguments(input.stream(), recipe.quality(), this::filters));
        return new Command(Program.FFMPEG, arguments, files.folder());
    }

    private String filters(Look look) {
        return "scale=" + size.width() + ":" + size.height() + ":flags=bicubic:out_range=" + look.range()
                + ",setsar=1,format=" + look.format();
    }
}
