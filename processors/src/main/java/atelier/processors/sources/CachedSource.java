package atelier.processors.sources;

import atelier.processors.store.ObjectReplacedException;
import atelier.processors.store.SourceBucket;
import atelier.processors.store.SourceBucket.Piece;
import atelier.processors.store.SourceBucket.Version;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is here of a delivered file that lies in a bucket: a file of the same size, of which only those parts take room that were
 * fetched. Parts are added and never taken away.
 */
final class CachedSource {
    /** So much is asked for at a time. */
    private static final long PIECE = 16L << 20;

    private static final int AT_ONCE = 4;

    private final SourceBucket bucket;
    private final String name;
    private final Version version;
    private final Path file;
    private final Ranges present = new Ranges();

    /** What has been found out about how this file can be read in parts. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    CachedSource(SourceBucket bucket, String name, Version version, Path file) {
        this.bucket = bucket;
        this.name = name;
        this.version = version;
        this.file = file;
    }

    Path file() {
        return file;
    }

    String name() {
        return name;
    }

    /** Of the whole file. */
    long size() {
        return version.bytes();
    }

    /** Remembers something that was found out. */
    void learn(String fact) {
        found.add(fact);
    }

    boolean knows(String fact) {
        return found.contains(fact);
    }

    /** All of it was here already. */
    synchronized void complete() {
        present.add(new Piece(0, size()));
    }

    synchronized long bytes() {
        return present.bytes();
    }

    boolean isWhole() {
        return bytes() == size();
    }

    /** Bytes that are not here yet. */
    private synchronized List<Piece> missing(List<Piece> wanted) {
        List<Piece> missing = new ArrayList<>();
        wanted.forEach(each -> missing.addAll(present.missing(within(each))));
        return missing;
    }

    private Piece within(Piece wanted) {
        long from = Math.max(0, Math.min(wanted.from(), size()));
        return new Piece(from, Math.max(from, Math.min(wanted.until(), size())));
    }

    private synchronized void add(List<Piece> pieces) {
        pieces.forEach(present::add);
    }

    /** Brings all of it. Who wants a part meanwhile is not kept waiting. */
    void fetchAll() throws IOException {
        fetch(List.of(new Piece(0, size())));
    }

    /**
     * Brings what is missing of some parts.
     *
     * @throws SourcesAwayException if it cannot be had now
     * @throws SourceReplacedException if it is no longer that version
     */
    void fetch(List<Piece> wanted) throws IOException {
        List<Piece> pieces = cut(missing(wanted));
        for (int i = 0; i < pieces.size(); i += AT_ONCE) {
            // Others may have brought them meanwhile.
            bring(cut(missing(pieces.subList(i, Math.min(i + AT_ONCE, pieces.size())))));
        }
    }

    private void bring(List<Piece> pieces) throws IOException {
        if (pieces.isEmpty()) {
            return;
        }
        try (FileChannel channel = open()) {
            bucket.read(name, version, pieces, channel);
        } catch (ObjectReplacedException e) {
            throw new SourceReplacedException(name, e);
        } catch (StoreException e) {
            throw new SourcesAwayException(e.getMessage(), e);
        }
        add(pieces);
    }

    /** As large as the whole from the beginning. */
    private FileChannel open() throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.SPARSE);
        if (channel.size() < size()) {
            channel.write(ByteBuffer.allocate(1), size() - 1);
        }
        return channel;
    }

    private static List<Piece> cut(List<Piece> missing) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece each : missing) {
            for (long at = each.from(); at < each.until(); at += PIECE) {
                pieces.add(new Piece(at, Math.min(at + PIECE, each.until())));
            }
        }
        return pieces;
    }
}
