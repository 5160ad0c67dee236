package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * HandBrake, called once for each rendition as people do who have no ladder: the same encoders with the same settings.
 *
 * @param program its command line
 */
record HandBrake(String program) {
    private static final int KEY_FRAME_SECONDS = 2;

    /** What all renditions cost, one after the other; the sound is made with the first. */
    Usage run(Path source, Map<String, Recipe> videos, Recipe audio, Path folder) throws IOException {
        Path into = Files.createTempDirectory(folder, "handbrake-");
        Usage sum = new Usage(0, 0, 0, 0, 0, 0);
        for (Map.Entry<String, Recipe> video : videos.entrySet()) {
            List<String> call = call(source, into.resolve(video.getKey() + ".mp4"), video.getValue());
            call.addAll(sum.bytes() == 0 ? sound(audio) : List.of("--audio", "none"));
            sum = sum.plus(Ffmpeg.cost(new ProcessBuilder(call)
                            .directory(into.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(into.resolve("said.log").toFile()))
                    .of(Files.size(into.resolve(video.getKey() + ".mp4"))));
        }
        Folders.remove(into);
        return sum;
    }

    private List<String> call(Path source, Path target, Recipe recipe) {
        int most = recipe.number("maxrate");
        String limits = "vbv-maxrate=" + most + ":vbv-bufsize=" + 2 * most;
        String keys = ":keyint=" + KEY_FRAME_SECONDS * Sources.FRAMES_A_SECOND + ":scenecut=0";
        List<String> call = new ArrayList<>(List.of(program, "--no-dvdna", "-i", source.toString()));
        call.addAll(List.of("-o", target.toString(), "-f", "av_mp4"));
        call.addAll(List.of("-e", recipe.isHevc() ? "x265" : "x264", "--encoder-preset", recipe.text("preset")));
        call.addAll(List.of("--encoder-profile", recipe.isHevc() ? "main" : "high", "-q", recipe.text("crf")));
        call.addAll(List.of("--encopts", limits + keys + (recipe.isHevc() ? ":open-gop=0" : "")));
        call.addAll(List.of("--width", recipe.text("width"), "--height", recipe.text("height")));
        call.addAll(List.of("--non-anamorphic", "--crop", "0:0:0:0", "--vfr"));
        return call;
    }

    private static List<String> sound(Recipe audio) {
        return List.of("--aencoder", "av_aac", "--ab", audio.text("maxrate"), "--mixdown", "stereo");
    }
}
