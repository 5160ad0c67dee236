package atelier.processors.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An input's chunks and pieces of sound before it has been read, by its container's index. They are cut by the code that cuts
 * what is read, which asks for the content of those packets alone that decide where: the random access points that a chunk may end at.
 * What a chunk is named by is read when somebody asks for it. For one thread.
 */
public final class Outline implements AutoCloseable {
    /** What decides where is read twice: where that is more, everything may as well be waited for. */
    private static final double MOST_OF_FILE = 0.25;

    /** A few bytes each. */
    private static final int MOST_KNOWN = 100_000;

    /** As much of the file has been looked at as may be. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("", null, false, false);
        }
    }

    private final CutRule rule;
    private final VideoTrack track;
    private final String configuration;
    private final SoundTracks sounds;
    private final TimedSamples pictures;
    private final List<TimedSamples> heard;
    private final PacketData data;
    private final long most;
    private final Map<Long, byte[]> known = new HashMap<>();

    Outline(
            CutRule rule,
            VideoTrack track,
            String configuration,
            SoundTracks sounds,
            TimedSamples pictures,
            List<TimedSamples> heard,
            PacketData data)
            throws IOException {
        this.rule = rule;
        this.track = track;
        this.configuration = configuration;
        this.sounds = sounds;
        this.pictures = pictures;
        this.heard = List.copyOf(heard);
        this.data = data;
        this.most = (long) (data.file().size() * MOST_OF_FILE);
    }

    /** A chunk's place. */
    public record ChunkPlace(int number, ChunkSpan span) {}

    /** A place of a piece of sound. */
    public record SoundPlace(int stream, int number, SoundSpan span) {}

    /**
     * Places on the timeline.
     *
     * @param chunks in order, from the first on; not all where a film has to be read to know how it is cut
     * @param sounds for each sound in order
     */
    public record Places(List<ChunkPlace> chunks, List<SoundPlace> sounds) {
        public Places {
            chunks = List.copyOf(chunks);
            sounds = List.copyOf(sounds);
        }
    }

    /**
     * Some of an input, named as the reading of the whole names it.
     *
     * @param chunks in order
     * @param sounds for each sound in order
     */
    public record Named(List<IndexedChunk> chunks, List<IndexedSound> sounds) {
        public Named {
            chunks = List.copyOf(chunks);
            sounds = List.copyOf(sounds);
        }
    }

    /** All places that can be known. */
    public Places places() throws IOException {
        List<ChunkPlace> chunks = new ArrayList<>();
        List<SoundPlace> pieces = new ArrayList<>();
        walk(
                chunk -> chunks.add(new ChunkPlace(chunk.number(), chunk.span())),
                piece -> pieces.add(new SoundPlace(piece.stream(), piece.number(), piece.span())),
                packet -> {
                    if (data.read() > most) {
                        throw new EnoughException();
                    }
                    return content(packet);
                });
        return new Places(chunks, pieces);
    }

    /**
     * Reads chunks and pieces of sound out of their order.
     *
     * @param chunks numbers
     * @param pieces of which no more is known than their places
     */
    public Named read(Set<Integer> chunks, Set<SoundPlace> pieces) throws IOException {
        List<IndexedChunk> found = new ArrayList<>();
        List<IndexedSound> sounding = new ArrayList<>();
        walk(
                chunk -> {
                    if (chunks.contains(chunk.number())) {
                        found.add(chunk.named());
                    }
                },
                piece -> {
                    if (pieces.contains(new SoundPlace(piece.stream(), piece.number(), piece.span()))) {
                        sounding.add(piece.named());
                    }
                },
                this::content);
        return new Named(found, sounding);
    }

    private interface Content {
        byte[] of(Packet packet);
    }

    private void walk(Consumer<CutChunk> chunks, Consumer<CutSound> pieces, Content content) throws IOException {
        SoundCutters cutters = new SoundCutters(track, sounds, pieces);
        try {
            boolean all = pictures(cutters, chunks, content);
            for (TimedSamples sound : heard) {
                for (int i = 0; i < sound.count(); i++) {
                    Packet packet = sound.packet(i);
                    cutters.packet(packet, () -> content.of(packet));
                }
            }
            if (all) {
                cutters.finish();
            }
        } catch (EnoughException e) {
            // What follows is known when it has been read.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether all were cut. */
    private boolean pictures(SoundCutters cutters, Consumer<CutChunk> chunks, Content content) {
        Chunker chunker = new Chunker(rule, track.timeBase(), new ChunkBuilder(rule, track, configuration), chunk -> {
            chunks.accept(chunk);
            cutters.chunk(chunk.number(), chunk.span());
        });
        try {
            for (int i = 0; i < pictures.count(); i++) {
                Packet packet = pictures.packet(i);
                Supplier<byte[]> asked = () -> content.of(packet);
                cutters.packet(packet, asked);
                FrameReader.frame(packet, asked).ifPresent(chunker::accept);
            }
            chunker.finish();
            return true;
        } catch (EnoughException e) {
            return false;
        }
    }

    private byte[] content(Packet packet) {
        long position = packet.position().orElseThrow();
        byte[] before = known.get(position);
        byte[] hash = before == null ? data.common(packet) : before;
        if (known.size() < MOST_KNOWN) {
            known.put(position, hash);
        }
        return hash;
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
