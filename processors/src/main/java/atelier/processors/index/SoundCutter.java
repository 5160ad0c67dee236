package atelier.processors.index;

import atelier.processors.index.SoundCounter.Counted;
import atelier.processors.index.SoundCounter.Timed;
import atelier.processors.mp4.SoundCuts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Cuts a sound, as its packets come, into pieces that are encoded each for itself. Where its packets cannot be counted any more, all
 * that is left is one piece; where that is so from the beginning, and where it is short, there are no pieces: it is made whole.
 */
final class SoundCutter {
    /** So many packets must be there before they are counted. */
    private static final int FIRST_PACKETS = 33;

    /** What is decoded before a piece begins: a decoder has then come to what it would be. */
    private static final double PREROLL_SECONDS = 0.25;

    private static final long MILLIS = 1000;

    private final SoundTrack track;
    private final SoundGrid grid;
    private final Consumer<CutSound> pieces;
    private final List<Timed> waiting = new ArrayList<>();
    private final List<Counted> packets = new ArrayList<>();
    private Optional<SoundCounter> counter = Optional.empty();
    private Optional<Fingerprint> uncounted = Optional.empty();
    private OptionalDouble film = OptionalDouble.empty();
    private double pictures;
    private boolean whole;
    private int number;

    SoundCutter(SoundTrack track, SoundCuts cuts, Consumer<CutSound> pieces) {
        this.track = track;
        this.grid = new SoundGrid(cuts, track.sampleRate());
        this.pieces = pieces;
        this.whole = !grid.isExact();
    }

    /** The first picture is shown at that time of the input, in seconds. */
    void film(double seconds) {
        film = OptionalDouble.of(seconds);
    }

    /** Pictures up to that time have been read. */
    void pictures(double seconds) {
        pictures = Math.max(pictures, seconds);
    }

    /**
     * Takes the sound's next packet.
     *
     * @param content finds out the SHA-256 of its data
     */
    void packet(Packet packet, Supplier<byte[]> content) {
        if (whole) {
            return;
        }
        OptionalLong pts = packet.pts().isPresent() ? packet.pts() : packet.dts();
        double seconds = pts.isPresent() ? pts.getAsLong() * track.timeBase().value() : Double.NEGATIVE_INFINITY;
        waiting.add(new Timed(seconds, packet.size(), content));
        cut();
    }

    /**
     * The input has been read to its end.
     *
     * @param durationMillis of the pictures
     */
    void finish(long durationMillis) {
        cut();
        if (number > 0) {
            emit(last(durationMillis));
        }
    }

    private void cut() {
        if (counter.isEmpty() && !whole && film.isPresent() && waiting.size() >= FIRST_PACKETS) {
            counter = SoundCounter.of(track, waiting, film.getAsDouble());
            whole = counter.isEmpty();
        }
        if (counter.isPresent()) {
            waiting.forEach(this::count);
            waiting.clear();
        }
        while (counter.isPresent() && uncounted.isEmpty() && isKnown()) {
            emit(next());
        }
    }

    private void count(Timed packet) {
        Optional<Counted> counted = whole || uncounted.isPresent()
                ? Optional.empty()
                : counter.get().next(packet);
        counted.ifPresent(packets::add);
        if (counted.isEmpty() && number == 0) {
            whole = true;
            counter = Optional.empty();
        } else if (counted.isEmpty()) {
            // From here on sound is put where its time says.
            uncounted = Optional.of(uncounted
                    .orElseGet(() -> new Fingerprint("uncounted 1"))
                    .add(HexFormat.of().formatHex(packet.hash()))
                    .add(Math.round(MILLIS * packet.seconds())));
        }
    }

    /** Whether the next piece is one that another follows, however long the film is. */
    private boolean isKnown() {
        long behind = grid.startTicks(number + 1) + grid.cuts().shortest() + SoundCuts.PACKET;
        return counter.get().end() >= grid.endInput(number)
                && (pictures - film.getAsDouble()) * grid.cuts().sampleRate() >= behind;
    }

    private void emit(CutSound piece) {
        pieces.accept(piece);
        number++;
        long first = grid.firstInput(number) - (long) (PREROLL_SECONDS * track.sampleRate());
        packets.subList(0, at(first)).clear();
    }

    private CutSound next() {
        long end = grid.endInput(number);
        int until = 1;
        while (packets.get(until - 1).end() < end) {
            until++;
        }
        int segments = grid.firstSegment(number + 1) - grid.firstSegment(number);
        PieceOfSound found = new PieceOfSound(grid, number, packets.subList(0, until), wanted(), true);
        return found.of(
                track,
                found.span(
                        Collections.nCopies(segments, grid.cuts().full()),
                        found.window(counter.get(), film.getAsDouble(), true),
                        grid.endSample(number) - grid.firstSample(number),
                        0),
                "");
    }

    private CutSound last(long durationMillis) {
        long samples = durationMillis * grid.cuts().sampleRate() / MILLIS;
        List<Long> all = grid.cuts().of(samples);
        long pad = Math.max(0, samples - grid.outputOf(counter.get().end()))
                + grid.outputOf(counter.get().packet());
        PieceOfSound found = new PieceOfSound(grid, number, packets, wanted(), uncounted.isEmpty());
        return found.of(
                track,
                found.span(
                        all.subList(grid.firstSegment(number), all.size()),
                        found.window(counter.get(), film.getAsDouble(), false),
                        samples - grid.firstSample(number),
                        pad),
                uncounted.map(Fingerprint::hex).orElse(""));
    }

    /** Index of the packet with the sample that decoding has to begin with. */
    private int wanted() {
        return number == 0 ? 0 : at(grid.firstInput(number));
    }

    private int at(long sample) {
        int at = 0;
        while (at + 1 < packets.size() && packets.get(at + 1).sample() <= sample) {
            at++;
        }
        return at;
    }
}
