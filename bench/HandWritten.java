package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody who knows FFmpeg would write for the same renditions: HLS with fragmented MP4, the encoder's settings those of
 * the recipes, all threads.
 */
final class HandWritten {
    private static final List<String> HLS = List.of(
            "-f", "hls", "-hls_time", "6", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4");

    /** Key frames where they are asked for and nowhere else, as in {@code -sc_threshold 0} of x264. */
    static final String HEVC = "log-level=error:open-gop=0:scenecut=0:min-keyint=1";

    private final Ffmpeg ffmpeg;
    private final Map<String, Recipe> videos = new LinkedHashMap<>();
    private final Recipe audio;

    /** @param videos names of the video renditions */
    HandWritten(Ffmpeg ffmpeg, Path root, List<String> videos) {
        this.ffmpeg = ffmpeg;
        videos.forEach(name -> this.videos.put(name, Recipe.of(root, name)));
        this.audio = Recipe.of(root, "AUDIO");
    }

    /** One process that decodes once. */
    Usage together(Path source, Path folder) throws IOException {
        StringBuilder graph = new StringBuilder("[0:v:0]split=" + videos.size());
        StringBuilder streams = new StringBuilder();
        videos.keySet().forEach(name -> graph.append("[from").append(name).append("]"));
        List<String> outputs = new ArrayList<>();
        videos.forEach((name, recipe) -> {
            graph.append(";[from" + name + "]" + scaled(recipe) + "[" + name + "]");
            outputs.addAll(List.of("-map", "[" + name + "]"));
        });
        outputs.addAll(List.of("-map", "0:a:0"));
        int number = 0;
        for (Recipe recipe : videos.values()) {
            outputs.addAll(video(recipe, ":v:" + number));
            streams.append("v:").append(number++).append(",agroup:sound ");
        }
        List<String> arguments = new ArrayList<>(List.of("-i", source.toString(), "-filter_complex", graph.toString()));
        arguments.addAll(outputs);
        arguments.addAll(sound());
        arguments.addAll(HLS);
        arguments.addAll(List.of("-master_pl_name", "master.m3u8"));
        arguments.addAll(List.of("-var_stream_map", streams + "a:0,agroup:sound"));
        arguments.add("%v.m3u8");
        return run(folder, List.of(arguments));
    }

    /** One process for each rendition, one after the other. */
    Usage apart(Path source, Path folder) throws IOException {
        List<List<String>> calls = new ArrayList<>();
        videos.forEach((name, recipe) -> calls.add(alone(source, recipe, name)));
        calls.add(soundAlone(source));
        return run(folder, calls);
    }

    /** The options that must stand in Atelier's own calls too, for a comparison of like with like. */
    List<String> mustBeShared() {
        return videos.values().stream()
                .map(recipe -> String.join(" ", rate(recipe, "")))
                .toList();
    }

    private Usage run(Path folder, List<List<String>> calls) throws IOException {
        Path into = Files.createTempDirectory(folder, "by-hand-");
        Usage sum = new Usage(0, 0, 0, 0, 0, 0);
        for (List<String> call : calls) {
            sum = sum.plus(ffmpeg.run(into, call));
        }
        long bytes = bytesBelow(into);
        Folders.remove(into);
        return sum.of(bytes);
    }

    private static List<String> alone(Path source, Recipe recipe, String name) {
        List<String> arguments = new ArrayList<>(List.of("-i", source.toString(), "-map", "0:v:0"));
        arguments.addAll(List.of("-vf", scaled(recipe)));
        arguments.addAll(video(recipe, ":v"));
        arguments.addAll(HLS);
        arguments.addAll(List.of("-hls_fmp4_init_filename", name + ".mp4", name + ".m3u8"));
        return arguments;
    }

    private List<String> soundAlone(Path source) {
        List<String> arguments = new ArrayList<>(List.of("-i", source.toString(), "-map", "0:a:0"));
        arguments.addAll(sound());
        arguments.addAll(HLS);
        arguments.addAll(List.of("-hls_fmp4_init_filename", "sound.mp4", "sound.m3u8"));
        return arguments;
    }

    /** A square box is for pictures of every shape. */
    private static String scaled(Recipe recipe) {
        String height = recipe.text("width").equals(recipe.text("height")) ? "-2" : recipe.text("height");
        return "scale=" + recipe.text("width") + ":" + height + ":flags=bicubic,format=yuv420p";
    }

    private static List<String> video(Recipe recipe, String stream) {
        boolean hevc = recipe.isHevc();
        List<String> arguments = new ArrayList<>(List.of("-c" + stream, hevc ? "libx265" : "libx264"));
        arguments.addAll(List.of("-preset" + stream, recipe.text("preset"), "-profile" + stream, hevc ? "main" : "high"));
        arguments.addAll(rate(recipe, stream));
        arguments.addAll(List.of("-force_key_frames" + stream, "expr:gte(t,n_forced*2)"));
        arguments.addAll(List.of("-g" + stream, "100000", "-sc_threshold" + stream, "0"));
        if (hevc) {
            arguments.addAll(List.of("-x265-params" + stream, HEVC, "-tag" + stream, "hvc1", "-forced-idr" + stream, "1"));
        }
        return arguments;
    }

    /** Quality and cap of a recipe. */
    static List<String> rate(Recipe recipe, String stream) {
        int most = recipe.number("maxrate");
        return List.of(
                "-crf" + stream,
                recipe.text("crf"),
                "-maxrate" + stream,
                most + "k",
                "-bufsize" + stream,
                2 * most + "k");
    }

    private List<String> sound() {
        return List.of("-c:a", "aac", "-b:a", audio.text("maxrate") + "k", "-ac", audio.text("channels"));
    }

    private static long bytesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
