package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two seconds of 7680×3840 as cameras and editing programs hand them over, under noise that no encoder likes: the memory that each takes. */
final class SphereKinds {
    private static final String PICTURES = "testsrc2=s=7680x3840:r=12,noise=alls=6:allf=t,format=";
    private static final String RUNG = "8K360";
    private static final int FRAMES = 24;
    private static final long PATIENCE_MILLIS = 30 * 60 * 1000L;

    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("H.264, 8 bits", List.of("yuv420p", "mp4", "libx264", "-preset", "superfast", "-b:v", "200M"));
        KINDS.put("HEVC, 10 bits", List.of(
                "yuv420p10le", "mp4", "libx265", "-preset", "superfast", "-crf", "22", "-x265-params", "log-level=error"));
        KINDS.put("ProRes 422 HQ, 10 bits", List.of("yuv422p10le", "mov", "prores_ks", "-profile:v", "3"));
        KINDS.put("ProRes 4444, 12 bits", List.of("yuv444p12le", "mov", "prores_ks", "-profile:v", "4"));
        KINDS.put("HEVC, 10 bits, HLG", List.of(
                "yuv420p10le", "mp4", "libx265", "-preset", "superfast", "-crf", "22", "-x265-params",
                "log-level=error:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"));
    }

    private final Application application;
    private final Path films;

    SphereKinds(Application application, Path films) {
        this.application = application;
        this.films = films;
    }

    void measure() throws IOException {
        System.out.printf("%d pictures of 7680×3840 each, to all renditions. FFmpeg %s, %d cores, one run.%n%n",
                FRAMES, application.ffmpeg().describe(), Runtime.getRuntime().availableProcessors());
        System.out.println("| source | pictures of 7680×3840 made | memory, largest process (GB) |");
        System.out.println("|---|---|---|");
        int number = 0;
        for (Map.Entry<String, List<String>> kind : KINDS.entrySet()) {
            row(kind.getKey(), film(++number, kind.getValue()), "bench/kind-" + number);
        }
    }

    private void row(String name, Path film, String slug) throws IOException {
        Files.createDirectories(application.inbox(slug).getParent());
        Files.writeString(application.inbox(slug + ".yml"), "projection: equirectangular\n");
        try (MemoryWatch memory = new MemoryWatch()) {
            new AtelierMeasurement(application, PATIENCE_MILLIS).make(film, slug);
            System.out.printf(Locale.ROOT, "| %s | %s | %.2f |%n", name, application.frames(RUNG, slug), memory.gigabytesOfOne());
        }
    }

    private Path film(int number, List<String> kind) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", PICTURES + kind.get(0)));
        arguments.addAll(List.of("-frames:v", Integer.toString(FRAMES), "-c:v"));
        arguments.addAll(kind.subList(2, kind.size()));
        return Sources.made(films.resolve("sphere-kind-" + number + "." + kind.get(1)), application.ffmpeg(), arguments);
    }
}
