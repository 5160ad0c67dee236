package atelier.routes.pipeline;

import atelier.processors.hostile.Canary;
import atelier.processors.hostile.HostileFile;
import atelier.processors.hostile.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bad files, by their names: those made by hand, and as many as wanted made from good ones. */
final class CorpusFiles {
    private static final String INPUT = "-f lavfi -i testsrc2=s=160x90:r=25:d=1 -f lavfi -i sine=r=48000:d=1 ";

    /** How good ones are made, by their extension: small, in the containers and codecs that people deliver. */
    private static final Map<String, String> GOOD = goodOnes();

    private final ClipFiles clips;
    private final Canary canary;
    private final Path folder;

    CorpusFiles(ClipFiles clips, Canary canary, Path folder) {
        this.clips = clips;
        this.canary = canary;
        this.folder = folder;
    }

    /** @return contents by file name, the same for the same numbers */
    Map<String, byte[]> of(int count, long seed) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (HostileFile hostile : HostileFile.values()) {
            files.put("by-hand-" + hostile.text() + "." + hostile.extension(), hostile.of(kit()));
        }
        List<String> names = List.copyOf(GOOD.keySet());
        for (int number = 0; number < count; number++) {
            Random random = new Random(seed * 1_000_003 + number);
            Mutation mutation = Mutation.values()[number % Mutation.values().length];
            String name = names.get(random.nextInt(names.size()));
            byte[] bad = mutation.of(good(name), good(names.get(random.nextInt(names.size()))), random);
            String extension = name.substring(0, name.indexOf('-'));
            files.put("%04d-%s-%s.%s".formatted(number, mutation.text(), name, extension), bad);
        }
        return files;
    }

    private byte[] good(String name) {
        return FileBytes.of(clips.of("corpus-" + name, name.substring(0, name.indexOf('-')), List.of(GOOD.get(name))));
    }

    private static Map<String, String> goodOnes() {
        Map<String, String> good = new LinkedHashMap<>();
        good.put("mp4-h264", INPUT + "-c:v libx264 -preset veryfast -g 12 -pix_fmt yuv420p -c:a aac OUT");
        good.put(
                "mp4-fragments",
                INPUT + "-c:v libx264 -preset veryfast -g 12 -pix_fmt yuv420p -c:a aac -movflags"
                        + " +frag_keyframe+empty_moov OUT");
        good.put(
                "mp4-hevc",
                INPUT + "-c:v libx265 -preset ultrafast -x265-params log-level=error -tag:v hvc1 -c:a aac OUT");
        good.put("mov-prores", INPUT + "-c:v prores -c:a pcm_s16le OUT");
        good.put("mov-mjpeg", INPUT + "-c:v mjpeg -pix_fmt yuvj420p -c:a pcm_s16le OUT");
        good.put("mkv-h264", INPUT + "-c:v libx264 -preset veryfast -g 12 -pix_fmt yuv420p -c:a aac OUT");
        good.put("webm-vp9", INPUT + "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus OUT");
        good.put("avi-mpeg4", INPUT + "-c:v mpeg4 -c:a mp3 OUT");
        good.put("ts-mpeg2", INPUT + "-c:v mpeg2video -c:a mp2 OUT");
        good.put("ts-h264", INPUT + "-c:v libx264 -preset veryfast -g 12 -pix_fmt yuv420p -c:a aac OUT");
        good.put("mxf-mpeg2", INPUT + "-c:v mpeg2video -c:a pcm_s16le OUT");
        good.put("flv-h264", INPUT + "-c:v libx264 -preset veryfast -g 12 -pix_fmt yuv420p -c:a aac OUT");
        return good;
    }

    private HostileFile.Kit kit() {
        return new HostileFile.Kit() {
            @Override
            public byte[] made(String name, String extension, String how) {
                return FileBytes.of(clips.of("hostile-" + name, extension, List.of(how)));
            }

            @Override
            public Path text(String name, String content) {
                try {
                    return Files.writeString(folder.resolve(name), content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Path file() {
                return canary.file();
            }

            @Override
            public String address() {
                return canary.address();
            }
        };
    }
}
