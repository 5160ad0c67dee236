package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A film, and what its artist exports of it later. Films of other lengths have other sound.
 *
 * @param whole of long GOPs
 * @param titled with another title in its header
 * @param remuxed in a Matroska container
 * @param changed with one shot exchanged
 * @param inserted with one shot more in the middle
 * @param cut with one shot less
 * @param intra the same pictures, each of them a key frame
 * @param intraChanged that with one shot exchanged
 * @param slides something of the same length in 4K
 */
record EditedFilms(
        Path whole,
        Path titled,
        Path remuxed,
        Path changed,
        Path inserted,
        Path cut,
        Path intra,
        Path intraChanged,
        Path slides) {
    private static final int EXCHANGED = 1001;
    private static final int INSERTED = 1002;

    static EditedFilms of(Shots shots, int seconds) throws IOException {
        int count = seconds / Shots.SECONDS;
        int middle = count / 2;
        List<Integer> all = IntStream.range(0, count).boxed().toList();
        List<Integer> changed = new ArrayList<>(all);
        changed.set(middle, EXCHANGED);
        List<Integer> inserted = new ArrayList<>(all);
        inserted.add(middle, INSERTED);
        List<Integer> cut = new ArrayList<>(all);
        cut.remove(middle);
        Path whole = shots.film("whole", all, false);
        return new EditedFilms(
                whole,
                shots.titled(whole),
                shots.remuxed(whole),
                shots.film("changed", changed, false),
                shots.film("inserted", inserted, false),
                shots.film("cut", cut, false),
                shots.film("intra", all, true),
                shots.film("intra-changed", changed, true),
                shots.slides(seconds));
    }
}
