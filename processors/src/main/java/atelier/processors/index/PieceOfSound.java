package atelier.processors.index;

import atelier.processors.index.SoundCounter.Counted;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a piece of sound is made of. Pure.
 *
 * @param grid where pieces are cut
 * @param number of the piece
 * @param packets what is decoded for it; the first ones only to bring a decoder to where it would be
 * @param wanted index of the first one of which anything is wanted
 * @param counted whether nothing follows that cannot be counted
 */
record PieceOfSound(SoundGrid grid, int number, List<Counted> packets, int wanted, boolean counted) {
    /** How much earlier reading starts: containers put sound before and behind the pictures that they are searched by. */
    private static final double SEEK_SECONDS = 3;

    PieceOfSound {
        packets = List.copyOf(packets);
    }

    /**
     * Its packets.
     *
     * @param counter counted them
     * @param film when the first picture is shown
     * @param followed whether packets that are not wanted follow
     */
    SoundSpan.Window window(SoundCounter counter, double film, boolean followed) {
        double seek = packets.get(0).packet().seconds() - SEEK_SECONDS;
        long samples = packets.stream().skip(wanted).mapToLong(Counted::samples).sum();
        return new SoundSpan.Window(
                seek > film ? OptionalDouble.of(seek) : OptionalDouble.empty(),
                packets.get(wanted).packet().seconds(),
                counter.packet(),
                grid.inputRate(),
                followed ? OptionalLong.of(samples) : OptionalLong.empty());
    }

    /**
     * Where it lies.
     *
     * @param segments how long each of its segments lasts, in ticks
     * @param samples that are encoded
     * @param pad most samples of silence behind the sound
     */
    SoundSpan span(List<Long> segments, SoundSpan.Window window, long samples, long pad) {
        return new SoundSpan(
                grid.cuts().sampleRate(),
                grid.startTicks(number),
                segments,
                counted,
                window,
                grid.firstInput(number) - packets.get(wanted).sample(),
                grid.firstSample(number) - grid.outputOf(grid.firstInput(number)),
                grid.lead(number),
                samples,
                jumps(),
                pad);
    }

    private List<SoundSpan.Jump> jumps() {
        List<SoundSpan.Jump> jumps = new ArrayList<>();
        long at = packets.get(wanted).samples();
        for (Counted each : packets.subList(wanted + 1, packets.size())) {
            if (each.jump() != 0) {
                jumps.add(new SoundSpan.Jump(at, each.jump()));
            }
            at += each.samples();
        }
        return jumps;
    }

    /** @param rest names what follows that cannot be counted; empty where there is no such */
    CutSound of(SoundTrack track, SoundSpan span, String rest) {
        return new CutSound(track.stream(), number, span, () -> name(track, span, rest));
    }

    private String name(SoundTrack track, SoundSpan span, String rest) {
        Fingerprint fingerprint = new Fingerprint("sound 1")
                .add(track.codec())
                .add(track.sampleRate())
                .add(track.channels())
                .add(grid.firstInput(number) - packets.get(0).sample())
                .add(span.trim())
                .add(span.lead())
                .add(span.samples());
        span.segments().forEach(fingerprint::add);
        span.jumps().forEach(jump -> fingerprint.add(jump.toString()));
        fingerprint.add("packets");
        packets.forEach(
                each -> fingerprint.add(HexFormat.of().formatHex(each.packet().hash())));
        return fingerprint.add(rest).hex();
    }
}
