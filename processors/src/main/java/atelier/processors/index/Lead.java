package atelier.processors.index;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is decoded before a chunk that begins inside a GOP: everything from the random access point on.
 *
 * @param seekPts that point, in the input's time base
 * @param packets SHA-256, in hexadecimal, of all packets from there up to the chunk, in decode order; it does not depend on where
 *     chunks before it were cut
 */
record Lead(long seekPts, String packets) {

    /**
     * What is decoded before a chunk.
     *
     * @param before what was decoded before the chunk before it
     * @param coded the coded frames of that one, in decode order
     * @param next the first frame of the chunk itself
     * @return nothing where decoding can start at the chunk
     */
    static Optional<Lead> of(Optional<Lead> before, List<CodedFrame> coded, CodedFrame next) {
        if (next.key()) {
            return Optional.empty();
        }
        Optional<Lead> lead = before;
        for (CodedFrame frame : coded) {
            lead = frame.key() ? Optional.of(begin(frame)) : lead.map(each -> each.then(frame));
        }
        return lead;
    }

    private static Lead begin(CodedFrame point) {
        return new Lead(point.pts(), "").then(point);
    }

    private Lead then(CodedFrame frame) {
        Fingerprint longer = new Fingerprint("lead 1").add(packets);
        return new Lead(
                seekPts, longer.add(HexFormat.of().formatHex(frame.hash())).hex());
    }
}
