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
    /** Packets of which it is kept how they were cut: two hours of 25 pictures a second, and sound would be half of them; some 30 MB. */
    private static final int MOST_KEPT = 200_000;

    private final CutRule rule;
    private final VideoTrack track;
    private final String configuration;
    private final SoundTracks sounds;
    private final TimedSamples pictures;
    private final List<TimedSamples> heard;
    private final PacketHashes hashes;
    private final Map<Integer, CutChunk> cutChunks = new HashMap<>();
    private final Map<SoundPlace, CutSound> cutSounds = new HashMap<>();

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
        this.hashes = new PacketHashes(data);
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
     * @param whole whether these reach to the film's end
     */
    public record Places(List<ChunkPlace> chunks, List<SoundPlace> sounds, boolean whole) {
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
        boolean keeps =
                pictures.count() + heard.stream().mapToLong(TimedSamples::count).sum() <= MOST_KEPT;
        hashes.limit(true);
        boolean whole = walk(
                chunk -> {
                    chunks.add(new ChunkPlace(chunk.number(), chunk.span()));
                    if (keeps) {
                        cutChunks.put(chunk.number(), chunk);
                    }
                },
                piece -> {
                    pieces.add(place(piece));
                    if (keeps) {
                        cutSounds.put(place(piece), piece);
                    }
                });
        hashes.limit(false);
        return new Places(chunks, pieces, whole);
    }

    /**
     * Reads chunks and pieces of sound out of their order.
     *
     * @param chunks numbers
     * @param pieces of which no more is known than their places
     */
    public Named read(Set<Integer> chunks, Set<SoundPlace> pieces) throws IOException {
        if (!cutChunks.keySet().containsAll(chunks) || !cutSounds.keySet().containsAll(pieces)) {
            return walk(chunks, pieces);
        }
        try {
            return new Named(
                    chunks.stream()
                            .sorted()
                            .map(each -> cutChunks.get(each).named())
                            .toList(),
                    pieces.stream().map(each -> cutSounds.get(each).named()).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What was not kept is cut again. */
    private Named walk(Set<Integer> chunks, Set<SoundPlace> pieces) throws IOException {
        List<IndexedChunk> found = new ArrayList<>();
        List<IndexedSound> sounding = new ArrayList<>();
        walk(
                chunk -> {
                    if (chunks.contains(chunk.number())) {
                        found.add(chunk.named());
                    }
                },
                piece -> {
                    if (pieces.contains(place(piece))) {
                        sounding.add(piece.named());
                    }
                });
        return new Named(found, sounding);
    }

    private static SoundPlace place(CutSound piece) {
        return new SoundPlace(piece.stream(), piece.number(), piece.span());
    }

    /** Whether all was cut. */
    private boolean walk(Consumer<CutChunk> chunks, Consumer<CutSound> pieces) throws IOException {
        SoundCutters cutters = new SoundCutters(track, sounds, pieces);
        try {
            boolean all = pictures(cutters, chunks);
            for (TimedSamples sound : heard) {
                for (int i = 0; i < sound.count(); i++) {
                    Packet packet = sound.packet(i);
                    cutters.packet(packet, () -> hashes.of(packet));
                }
            }
            if (all) {
                cutters.finish();
            }
            return all;
        } catch (PacketHashes.EnoughException e) {
            // What follows is known when it has been read.
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether all were cut. */
    private boolean pictures(SoundCutters cutters, Consumer<CutChunk> chunks) {
        Chunker chunker = new Chunker(rule, track.timeBase(), new ChunkBuilder(rule, track, configuration), chunk -> {
            chunks.accept(chunk);
            cutters.chunk(chunk.number(), chunk.span());
        });
        try {
            for (int i = 0; i < pictures.count(); i++) {
                Packet packet = pictures.packet(i);
                Supplier<byte[]> asked = () -> hashes.of(packet);
                cutters.packet(packet, asked);
                FrameReader.frame(packet, asked).ifPresent(chunker::accept);
            }
            chunker.finish();
            return true;
        } catch (PacketHashes.EnoughException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        hashes.close();
    }
}
