package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody who knows FFmpeg would write for the same renditions: HLS with fragmented MP4, the encoder's settings those of
 * the recipes, all threads.
 */
final class HandWritten {
    private static final List<String> HLS = List.of(
            "-f", "hls", "-hls_time", "6", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4");

    private final Ffmpeg ffmpeg;
    private final Recipe hd;
    private final Recipe sd;
    private final Recipe audio;

    HandWritten(Ffmpeg ffmpeg, Path root) {
        this.ffmpeg = ffmpeg;
        this.hd = Recipe.of(root, "HD");
        this.sd = Recipe.of(root, "SD");
        this.audio = Recipe.of(root, "AUDIO");
    }

    /** One process that decodes once. */
    Usage together(Path source, Path folder) throws IOException {
        String graph = "[0:v:0]split=2[full][half];[full]" + scaled(hd) + "[hd];[half]" + scaled(sd) + "[sd]";
        List<String> arguments = new ArrayList<>(List.of("-i", source.toString(), "-filter_complex", graph));
        arguments.addAll(List.of("-map", "[hd]", "-map", "[sd]", "-map", "0:a:0"));
        arguments.addAll(video(hd, ":v:0"));
        arguments.addAll(video(sd, ":v:1"));
        arguments.addAll(sound());
        arguments.addAll(HLS);
        arguments.addAll(List.of("-master_pl_name", "master.m3u8"));
        arguments.addAll(List.of("-var_stream_map", "v:0,agroup:sound v:1,agroup:sound a:0,agroup:sound"));
        arguments.add("%v.m3u8");
        return run(folder, List.of(arguments));
    }

    /** One process for each rendition, one after the other. */
    Usage apart(Path source, Path folder) throws IOException {
        return run(folder, List.of(alone(source, hd, "hd"), alone(source, sd, "sd"), soundAlone(source)));
    }

    /** The options that must stand in Atelier's own calls too, for a comparison of like with like. */
    List<String> mustBeShared() {
        return List.of(rate(hd, ""), rate(sd, "")).stream()
                .map(HandWritten::joined)
                .toList();
    }

    static String joined(List<String> words) {
        return String.join(" ", words);
    }

    private Usage run(Path folder, List<List<String>> calls) throws IOException {
        Path into = Files.createTempDirectory(folder, "by-hand-");
        Usage sum = new Usage(0, 0, 0, 0, 0, 0);
        for (List<String> call : calls) {
            Usage one = ffmpeg.run(into, call);
            sum = new Usage(
                    sum.ffmpeg() + one.ffmpeg(), 0, 0, sum.others() + one.others(), sum.wall() + one.wall(), 0);
        }
        long bytes = bytesBelow(into);
        Folders.remove(into);
        return new Usage(sum.ffmpeg(), 0, 0, sum.others(), sum.wall(), bytes);
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

    private static String scaled(Recipe recipe) {
        return "scale=" + recipe.text("width") + ":" + recipe.text("height") + ":flags=bicubic,format=yuv420p";
    }

    private static List<String> video(Recipe recipe, String stream) {
        List<String> arguments = new ArrayList<>(List.of("-c" + stream, "libx264"));
        arguments.addAll(List.of("-preset" + stream, recipe.text("preset"), "-profile" + stream, "high"));
        arguments.addAll(rate(recipe, stream));
        arguments.addAll(List.of("-force_key_frames" + stream, "expr:gte(t,n_forced*2)"));
        arguments.addAll(List.of("-g" + stream, "100000", "-sc_threshold" + stream, "0"));
        return arguments;
    }

    private static List<String> rate(Recipe recipe, String stream) {
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
