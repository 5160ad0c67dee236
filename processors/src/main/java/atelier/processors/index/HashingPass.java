package atelier.processors.index;

import atelier.processors.content.ContentHash;
import atelier.processors.content.FilePass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Hashes a file and its packets on a thread of its own, behind somebody who lists them and never before: so it is read from
 * the disk once. What is encoded meanwhile goes before both.
 */
final class HashingPass implements AutoCloseable {
    /** Packets that are listed and not yet hashed, at most: enough to hash while chunks before them are planned. */
    private static final int MOST_WAITING = 1 << 14;

    private static final int LOOK_MILLIS = 100;

    private sealed interface Step {}

    private record Hash(Packet packet) implements Step {}

    private record Reached(long position) implements Step {}

    private record End() implements Step {}

    private record Hashed(Packet packet, Optional<PacketHash> hash) {}

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST_WAITING);
    private final BlockingQueue<Hashed> hashed = new LinkedBlockingQueue<>();
    private final Future<ContentHash> whole;
    private long unanswered;

    /**
     * Begins.
     *
     * @param threads with one to spare for it
     * @param listing proves where packets lie; none where none are given to be hashed
     * @param forms how packets of some streams are hashed; those of others as they are
     * @param noted whether somebody wants the hashes of packets as they are besides
     * @param giveWay called before each step; may wait
     */
    HashingPass(
            ExecutorService threads,
            Path file,
            Optional<Listing> listing,
            Map<Integer, CodedForm> forms,
            boolean noted,
            Runnable giveWay) {
        whole = threads.submit(() -> hash(file, listing, forms, noted, giveWay));
    }

    /** Gives a packet to be hashed, and waits while many are. Where it has a hash that is what it is checked by. */
    void hash(Packet packet) throws IOException {
        unanswered++;
        put(new Hash(packet));
    }

    /** The file has been read up to here by whoever hashes the packets instead. */
    void reached(long position) throws IOException {
        put(new Reached(position));
    }

    /**
     * Hands over the packets that are hashed by now, in order.
     *
     * @param all waits for all that were given
     * @param answers gets each with its hashes; with none where it is not certain what it consists of
     */
    void drain(boolean all, BiConsumer<Packet, Optional<PacketHash>> answers) throws IOException {
        for (Hashed next = next(all); next != null; next = next(all)) {
            unanswered--;
            answers.accept(next.packet(), next.hash());
        }
    }

    /** Forgets what was given and not yet handed over. */
    void forget() throws IOException {
        drain(true, (packet, hash) -> {});
    }

    /**
     * The file has been read to its end.
     *
     * @return its hash, when it is there
     * @throws IOException if the file could not be read, or this thread was interrupted; errors keep their class
     */
    ContentHash join() throws IOException {
        put(new End());
        return result();
    }

    /** Ends it, where it has not come to its end. */
    @Override
    public void close() {
        whole.cancel(true);
    }

    private ContentHash hash(
            Path file, Optional<Listing> listing, Map<Integer, CodedForm> forms, boolean noted, Runnable giveWay)
            throws IOException, InterruptedException {
        Background.enter();
        try (FilePass pass = new FilePass(file)) {
            PacketFinder finder = new PacketFinder(pass, listing.map(Proof::of).orElseGet(Proof::none), forms, noted);
            for (Step step = steps.take(); !(step instanceof End); step = steps.take()) {
                giveWay.run();
                if (step instanceof Reached reached) {
                    pass.advance(reached.position());
                } else if (step instanceof Hash wanted) {
                    hashed.add(new Hashed(wanted.packet(), finder.hash(wanted.packet())));
                }
            }
            return pass.finish();
        }
    }

    private void put(Step step) throws IOException {
        try {
            while (!steps.offer(step, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                failIfEnded();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Hashed next(boolean wait) throws IOException {
        try {
            Hashed next = hashed.poll();
            while (next == null && wait && unanswered > 0) {
                next = hashed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                failIfEnded();
            }
            return next;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** It ends before it is told to only where it fails. */
    private void failIfEnded() throws IOException {
        if (whole.isDone()) {
            result();
        }
    }

    private ContentHash result() throws IOException {
        try {
            return whole.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("The content could not be hashed.", e.getCause());
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IOException("Reading was interrupted.", cause);
    }
}
