package atelier.processors.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Ways in which a good file goes bad. Each makes another file of the same one with other random numbers. */
public enum Mutation {
    TRUNCATED,
    HEAD_MISSING,
    BITS_FLIPPED,
    BITS_FLIPPED_IN_HEAD,
    ZEROS_INSIDE,
    NOISE_INSIDE,
    PIECE_MISSING,
    PIECE_TWICE,
    PIECES_SWAPPED,
    SENSELESS_NUMBER,
    OTHER_TAIL,
    BOX_SIZE,
    BOX_TYPE,
    WRONG_COUNT,
    BOXES_SHUFFLED,
    MOOV_TWICE,
    BOX_INSIDE_ITSELF;

    /** Tables whose number of entries stands after version and flags. */
    private static final Set<String> COUNTED =
            Set.of("stts", "ctts", "stsc", "stco", "co64", "stss", "stsd", "elst", "dref", "sdtp", "trun", "sidx");

    private static final int[] SENSELESS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00FFFFFF, 0x7FFFFFF0};
    private static final int HEAD = 2000;

    /**
     * A bad file.
     *
     * @param other a good one of another kind
     */
    public byte[] of(byte[] good, byte[] other, Random random) {
        return switch (this) {
            case TRUNCATED -> Arrays.copyOf(good, at(good, random));
            case HEAD_MISSING ->
                Arrays.copyOfRange(good, 1 + random.nextInt(Math.min(HEAD, good.length - 1)), good.length);
            case BITS_FLIPPED -> flipped(good, good.length, 1 + random.nextInt(40), random);
            case BITS_FLIPPED_IN_HEAD -> flipped(good, Math.min(HEAD, good.length), 1 + random.nextInt(8), random);
            case ZEROS_INSIDE -> overwritten(good, false, random);
            case NOISE_INSIDE -> overwritten(good, true, random);
            case PIECE_MISSING, PIECE_TWICE, PIECES_SWAPPED -> moved(good, random);
            case SENSELESS_NUMBER -> numbered(good, random.nextInt(good.length - 4), random);
            case OTHER_TAIL ->
                IsoBox.joined(
                        Arrays.copyOf(good, at(good, random)),
                        Arrays.copyOfRange(other, at(other, random), other.length));
            default -> boxed(good, random);
        };
    }

    /** As part of a file's name. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What becomes of a file's boxes; of one that has none, a senseless number at its head. */
    private byte[] boxed(byte[] good, Random random) {
        List<IsoBox> boxes = IsoBox.all(good);
        if (boxes.stream().noneMatch(box -> box.type().equals("moov"))) {
            return numbered(good, random.nextInt(Math.min(HEAD, good.length - 4)), random);
        }
        IsoBox box = boxes.get(random.nextInt(boxes.size()));
        return switch (this) {
            case BOX_SIZE -> numbered(good, box.start(), random);
            case BOX_TYPE -> flipped(good, box.start() + 4, box.start() + 8, 3, random);
            case WRONG_COUNT -> miscounted(good, boxes, random);
            case BOXES_SHUFFLED -> shuffled(good, boxes, random);
            case MOOV_TWICE -> IsoBox.joined(good, IsoBox.first(good, "moov").bytes(good));
            default -> box.replacedIn(good, IsoBox.of(box.type(), box.bytes(good), box.bytes(good)));
        };
    }

    private static byte[] miscounted(byte[] good, List<IsoBox> boxes, Random random) {
        List<IsoBox> tables =
                boxes.stream().filter(box -> COUNTED.contains(box.type())).toList();
        IsoBox table = tables.get(random.nextInt(tables.size()));
        return numbered(good, table.content() + 4, random);
    }

    private static byte[] shuffled(byte[] good, List<IsoBox> boxes, Random random) {
        List<List<Integer>> levels =
                boxes.stream().map(IsoBox::parents).distinct().toList();
        List<Integer> level = levels.get(random.nextInt(levels.size()));
        List<IsoBox> inOrder =
                boxes.stream().filter(box -> box.parents().equals(level)).toList();
        List<IsoBox> mixed = new ArrayList<>(inOrder);
        Collections.shuffle(mixed, random);
        ByteBuffer whole = ByteBuffer.wrap(good.clone());
        whole.position(inOrder.get(0).start());
        mixed.forEach(box -> whole.put(box.bytes(good)));
        return whole.array();
    }

    private byte[] moved(byte[] good, Random random) {
        int from = at(good, random);
        int middle = from + random.nextInt(good.length - from);
        int to = middle + random.nextInt(good.length - middle);
        byte[] before = Arrays.copyOf(good, from);
        byte[] one = Arrays.copyOfRange(good, from, middle);
        byte[] two = Arrays.copyOfRange(good, middle, to);
        byte[] after = Arrays.copyOfRange(good, to, good.length);
        return switch (this) {
            case PIECE_MISSING -> IsoBox.joined(before, two, after);
            case PIECE_TWICE -> IsoBox.joined(before, one, one, two, after);
            default -> IsoBox.joined(before, two, one, after);
        };
    }

    private static byte[] overwritten(byte[] good, boolean noise, Random random) {
        byte[] bad = good.clone();
        int from = at(good, random);
        byte[] piece = new byte[Math.min(good.length - from, 1 + random.nextInt(4000))];
        if (noise) {
            random.nextBytes(piece);
        }
        System.arraycopy(piece, 0, bad, from, piece.length);
        return bad;
    }

    private static byte[] flipped(byte[] good, int before, int times, Random random) {
        return flipped(good, 0, before, times, random);
    }

    private static byte[] flipped(byte[] good, int from, int before, int times, Random random) {
        byte[] bad = good.clone();
        for (int time = 0; time < times; time++) {
            int at = Math.min(bad.length - 1, from + random.nextInt(before - from));
            bad[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bad;
    }

    private static byte[] numbered(byte[] good, int at, Random random) {
        byte[] bad = good.clone();
        ByteBuffer.wrap(bad).putInt(Math.min(at, bad.length - 4), SENSELESS[random.nextInt(SENSELESS.length)]);
        return bad;
    }

    /** Somewhere in it, nearer to its head more often, where the numbers are; never at its very beginning or end. */
    private static int at(byte[] file, Random random) {
        int most = random.nextBoolean() ? file.length - 1 : Math.min(HEAD, file.length - 1);
        return 1 + random.nextInt(most - 1);
    }
}
