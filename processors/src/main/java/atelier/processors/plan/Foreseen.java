package atelier.processors.plan;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outline;
import atelier.processors.index.SoundSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was foreseen of an input, until its reading has come there. */
final class Foreseen {
    private final Map<Integer, ChunkSpan> spans = new HashMap<>();
    private final Map<Piece, SoundSpan> soundSpans = new HashMap<>();
    private final Map<Integer, String> chunks = new TreeMap<>();
    private final Map<Piece, String> sounds = new HashMap<>();
    private boolean whole;

    private record Piece(int stream, int number) {
        static Piece of(IndexedSound sound) {
            return new Piece(sound.stream(), sound.number());
        }
    }

    /** Places are listed. */
    void listed(Outline.Places places) {
        places.chunks().forEach(each -> spans.put(each.number(), each.span()));
        places.sounds().forEach(each -> soundSpans.put(new Piece(each.stream(), each.number()), each.span()));
        whole = places.whole();
    }

    /** Whether a piece of sound is heard during a listed chunk. */
    boolean overlap(int chunk, SoundSpan piece) {
        ChunkSpan span = spans.get(chunk);
        double from = span.startTicks() / (double) span.timescale();
        double start = piece.startTicks() / (double) piece.rate();
        return start < from + span.seconds() && start + piece.durationMillis() / 1000.0 > from;
    }

    /** Something is planned out of its order. */
    void planned(Outline.Named named) {
        named.chunks().forEach(each -> chunks.put(each.number(), each.fingerprint()));
        named.sounds().forEach(each -> sounds.put(Piece.of(each), each.fingerprint()));
    }

    /** The reading has come to chunks: whether they are what was foreseen. */
    boolean passed(List<IndexedChunk> found) {
        boolean same = found.stream()
                .allMatch(chunk -> isListed(spans, chunk.number(), chunk.span())
                        && chunk.fingerprint().equals(chunks.getOrDefault(chunk.number(), chunk.fingerprint())));
        if (same) {
            found.forEach(chunk -> chunks.remove(chunk.number()));
        }
        return same;
    }

    /** The reading has come to pieces of sound: whether they are what was foreseen. */
    boolean passedSounds(List<IndexedSound> found) {
        boolean same = found.stream()
                .allMatch(each -> isListed(soundSpans, Piece.of(each), each.span())
                        && each.fingerprint().equals(sounds.getOrDefault(Piece.of(each), each.fingerprint())));
        if (same) {
            found.forEach(each -> sounds.remove(Piece.of(each)));
        }
        return same;
    }

    /** Nothing may come that is not listed, where it was said that all is. Of sounds that are not made in pieces nothing is. */
    private <K, S> boolean isListed(Map<K, S> listed, K key, S span) {
        return listed.containsKey(key) ? span.equals(listed.get(key)) : !whole || listed.isEmpty();
    }

    /** The reading is at the film's end: whether no more was foreseen than so many chunks. */
    boolean ended(int count) {
        return spans.keySet().stream().allMatch(each -> each < count);
    }

    /** Numbers of the chunks that are planned and not yet read in their order. */
    Set<Integer> chunks() {
        return Set.copyOf(chunks.keySet());
    }

    /** Numbers of the pieces of sound that are planned and not yet read in their order. */
    Set<Integer> pieces() {
        return sounds.keySet().stream().map(Piece::number).collect(Collectors.toSet());
    }
}
