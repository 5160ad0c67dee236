package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a track says of its colours, in the numbers of ITU-T H.273.
 *
 * @param primaries 1: BT.709
 * @param transfer 1: BT.709
 * @param matrix 1: BT.709
 * @param fullRange whether black is 0
 */
public record ColourCodes(int primaries, int transfer, int matrix, boolean fullRange) {
    private static final String BOX = "colr";
    private static final String CODES = "nclx";
    private static final int BYTES = 11;

    /** Reads them from the {@code colr} box of a sample entry (ISO/IEC 14496-12, 12.1.5), if it has such a one. */
    static Optional<ColourCodes> of(Box.Container entry) {
        return entry.find(BOX)
                .filter(Box.Leaf.class::isInstance)
                .map(box -> ((Box.Leaf) box).reader())
                .filter(body -> BoxReader.type(body).equals(CODES))
                .map(ColourCodes::read);
    }

    /** The box that says so. */
    private Box box() {
        ByteBuffer body = ByteBuffer.allocate(BYTES);
        body.put(CODES.getBytes(StandardCharsets.ISO_8859_1));
        body.putShort((short) primaries).putShort((short) transfer).putShort((short) matrix);
        body.put((byte) (fullRange ? 0x80 : 0));
        return new Box.Leaf(BOX, body.array());
    }

    /** The same init segment, saying that of its colours and nothing else. */
    public InitSegment in(InitSegment init) {
        return init.colours().equals(Optional.of(this)) ? init : init.withInEntry(Set.of(BOX), List.of(box()));
    }

    private static ColourCodes read(ByteBuffer body) {
        return new ColourCodes(body.getShort(), body.getShort(), body.getShort(), body.get() < 0);
    }
}
