package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a poster of a picture: in the preview's size, and without whatever else the file tells. */
record PictureCommand(EncodeInput input, FrameSize size, Recipe recipe) {
    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark"));
        arguments.addAll(List.of("-threads", "1"));
        arguments.addAll(input.options());
        arguments.addAll(List.of("-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-map_metadata", "-1", "-filter_threads", "1", "-vf", filters()));
        arguments.addAll(List.of("-frames:v", "1", "-update", "1", "-c:v", "mjpeg"));
        arguments.addAll(List.of("-q:v", Integer.toString(recipe.quality()), "-threads", "1", "-f", "image2"));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    private String filters() {
        return "scale=" + size.width() + ":" + size.height() + ":flags=bicubic:out_range=full,setsar=1,format=yuvj420p";
    }
}
