package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Films that are cut together, without encoding, of shots that were encoded once each: what an edit leaves alone is the same
 * to the bit. A shot is a letter; no two of them look alike.
 */
final class EditedFilm {
    private static final List<String> LOOKS =
            List.of("null", "hflip", "vflip", "negate", "hflip,vflip", "negate,hflip");

    private final ClipFiles clips;

    EditedFilm(ClipFiles clips) {
        this.clips = clips;
    }

    /** The film of these shots, in their order. */
    Path of(String shots) {
        List<String> lines = shots.chars()
                .mapToObj(shot -> "file '" + shot((char) shot) + "'\n")
                .toList();
        try {
            Path list = shot(shots.charAt(0)).resolveSibling("shots-" + Integer.toHexString(lines.hashCode()) + ".txt");
            Files.writeString(list, String.join("", lines));
            return clips.of("film-" + shots, "mp4", List.of("-f concat -safe 0 -i " + list + " -c copy OUT"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Edits as an artist does: cuts a run of shots out, moves one, or lets new ones in. */
    static String edited(String shots, Random random) {
        List<String> parts = new ArrayList<>(List.of(shots.split("")));
        int from = random.nextInt(parts.size());
        int run = 1 + random.nextInt(Math.min(3, parts.size() - from));
        List<String> moved = new ArrayList<>(parts.subList(from, from + run));
        switch (random.nextInt(3)) {
            case 0 ->
                parts.subList(from, from + (parts.size() > run + 2 ? run : 0)).clear();
            case 1 -> {
                parts.subList(from, from + run).clear();
                parts.addAll(random.nextInt(parts.size() + 1), moved);
            }
            default -> parts.add(from, Character.toString('A' + random.nextInt(26)));
        }
        return String.join("", parts);
    }

    /** Between 1 and 2.6 s: so chunks have several shots, and shots lie across chunks. */
    private Path shot(char shot) {
        int seed = shot - 'A' + 1;
        double from = 1.7 * seed;
        int frames = 25 + seed * 7 % 41;
        String look = LOOKS.get(seed % LOOKS.size());
        return clips.of(
                "shot-" + seed,
                "mp4",
                List.of(String.format(
                        java.util.Locale.ROOT,
                        "-f lavfi -i testsrc2=s=320x180:r=25 -ss %.2f -frames:v %d -vf %s -c:v libx264 -preset veryfast"
                                + " -g 25 -sc_threshold 0 -pix_fmt yuv420p OUT",
                        from,
                        frames,
                        look)));
    }
}
