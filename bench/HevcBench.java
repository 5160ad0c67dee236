package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What options of x265 save and what they lose, by the recipe of 4K: of a film with grain, which its cap holds down, and of one without. */
public final class HevcBench {
    /** As a chunk is encoded that nobody waits for. */
    private static final String USUAL = HandWritten.HEVC + ":pools=none:wpp=0:frame-threads=1:vbv-init=0.3";

    /** The usual again at the end: what differs from the beginning is chance. */
    private static final List<String> OPTIONS = List.of("", "limit-sao=1", "limit-sao=1:min-cu-size=16", "sao=0", "ctu=32", "ref=1", "asm=avx512", "");

    private static final Pattern LUMA = Pattern.compile(" Y:([0-9.]+) ");

    private final Ffmpeg ffmpeg;
    private final Recipe recipe;
    private final Path folder;

    private HevcBench(Ffmpeg ffmpeg, Recipe recipe, Path folder) {
        this.ffmpeg = ffmpeg;
        this.recipe = recipe;
        this.folder = folder;
    }

    /** @param arguments the repository, an ffmpeg, and seconds of each film */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[2]);
        Ffmpeg ffmpeg = new Ffmpeg(Path.of(arguments[1]), "of the system");
        Path films = root.resolve("target/bench/films");
        Map<String, Path> sources = new TreeMap<>();
        sources.put("with grain", Sources.large(films, ffmpeg, seconds));
        sources.put("without", Sources.smooth(films, ffmpeg, seconds));
        Path folder = Files.createTempDirectory("atelier-hevc-");
        try {
            new HevcBench(ffmpeg, Recipe.of(root, "4K"), folder).measure(sources);
        } finally {
            Folders.remove(folder);
        }
    }

    private void measure(Map<String, Path> sources) throws IOException {
        System.out.println("| film | x265 | CPU (s) | made (KB) | SSIM of luma (dB) |");
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            for (String option : OPTIONS) {
                row(source, option.isEmpty() ? "usual" : "`" + option + "`", x265(option));
            }
            row(source, "AV1 by SVT-AV1, CRF 25", av1());
        }
    }

    private void row(Map.Entry<String, Path> source, String what, List<String> encoder) throws IOException {
        Path made = folder.resolve("made.mp4");
        List<String> call = new ArrayList<>(List.of("-threads", "1", "-i", source.getValue().toString(), "-an"));
        call.addAll(encoder);
        call.add(made.toString());
        Usage usage = ffmpeg.run(folder, call);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %d | %.2f |%n",
                source.getKey(),
                what,
                usage.cpu(),
                Files.size(made) / 1000,
                likeness(source.getValue(), made));
    }

    /** In place of x265: the rung in AV1 that renditions.yml shows. */
    private List<String> av1() {
        int most = recipe.number("maxrate");
        List<String> call = new ArrayList<>(List.of("-c:v", "libsvtav1", "-preset", "8", "-crf", "25"));
        call.addAll(List.of("-maxrate", most + "k", "-bufsize", 2 * most + "k"));
        call.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*2)", "-g", "100000"));
        call.addAll(List.of("-svtav1-params", "lp=1:irefresh-type=2:scd=0:mbr-overshoot-pct=25"));
        return call;
    }

    private List<String> x265(String option) {
        List<String> call = new ArrayList<>(List.of("-c:v", "libx265", "-preset", recipe.text("preset"), "-profile:v", "main"));
        call.addAll(HandWritten.rate(recipe, ""));
        call.addAll(List.of("-bf", "3", "-threads", "1", "-forced-idr", "1", "-g", "100000"));
        call.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*2)"));
        call.addAll(List.of("-x265-params", USUAL + (option.isEmpty() ? "" : ":" + option)));
        return call;
    }

    private double likeness(Path source, Path made) throws IOException {
        Path said = folder.resolve("ssim.txt");
        ffmpeg.run(
                folder,
                List.of("-i", made.toString(), "-i", source.toString(), "-lavfi", "ssim=stats_file=" + said, "-f", "null", "-"));
        double sum = 0;
        int pictures = 0;
        for (Matcher found = LUMA.matcher(Files.readString(said)); found.find(); pictures++) {
            sum += Double.parseDouble(found.group(1));
        }
        return -10 * Math.log10(1 - sum / pictures);
    }
}
