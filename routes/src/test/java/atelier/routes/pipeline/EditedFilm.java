package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Films that are cut together, without encoding, of shots that were encoded once each: what an edit leaves alone is the same
 * to the bit. No two shots look alike. A letter is a short shot with several key frames: chunks have several, and some lie
 * across chunks. A digit is one that is a chunk of its own, wherever it lies: it begins with its only key frame, and two of
 * them are longer than a chunk may be. Digits are of one length: only their pictures tell them apart.
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

    /** Edits as an artist does: cuts a run of shots out, moves one, or lets a new one in. */
    static String edited(String shots, Random random) {
        List<String> parts = new ArrayList<>(List.of(shots.split("")));
        int from = random.nextInt(parts.size());
        int run = 1 + random.nextInt(Math.min(3, parts.size() - from));
        List<String> moved = new ArrayList<>(parts.subList(from, from + run));
        int action = random.nextInt(3);
        if (action == 0 || parts.size() < run + 3) {
            parts.add(from, another(shots, random));
        } else {
            parts.subList(from, from + run).clear();
            if (action == 1) {
                parts.addAll(random.nextInt(parts.size() + 1), moved);
            }
        }
        return String.join("", parts);
    }

    private static String another(String shots, Random random) {
        boolean digits = Character.isDigit(shots.charAt(0));
        return digits ? Integer.toString(random.nextInt(10)) : Character.toString('A' + random.nextInt(26));
    }

    private Path shot(char shot) {
        int seed = shot - '0';
        boolean own = Character.isDigit(shot);
        return clips.of(
                "shot-" + seed,
                "mp4",
                List.of(String.format(
                        Locale.ROOT,
                        "-f lavfi -i testsrc2=s=320x180:r=25 -ss %.2f -frames:v %d -vf %s -c:v libx264 -preset veryfast"
                                + " -g %d -sc_threshold 0 -pix_fmt yuv420p OUT",
                        1.7 * seed,
                        own ? 104 : 25 + seed * 7 % 41,
                        LOOKS.get(seed % LOOKS.size()),
                        own ? 250 : 25)));
    }
}
