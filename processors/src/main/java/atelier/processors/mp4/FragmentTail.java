package atelier.processors.mp4;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a fragmented MP4 while it is being written. Never shows a fragment that is not wholly there. For one thread.
 */
public final class FragmentTail implements Closeable {
    private final FileChannel file;
    private final BoxReader reader;
    private final FragmentScanner scanner;

    private FragmentTail(FileChannel file) {
        this.file = file;
        this.reader = new BoxReader(file);
        this.scanner = new FragmentScanner(reader);
    }

    /** Opens a file, which must exist but may still be empty. */
    public static FragmentTail open(Path file) throws IOException {
        return new FragmentTail(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** The init segment, as soon as it is wholly there. Skips no fragment. */
    public Optional<InitSegment> init() throws IOException {
        scanner.readInit(file.size());
        return scanner.init();
    }

    /**
     * The fragments that have become whole since the last call, in the file's order.
     *
     * @throws Mp4Exception if the file is damaged or of a kind that is not handled
     */
    public List<Fragment> poll() throws IOException {
        long size = file.size();
        List<Fragment> found = new ArrayList<>();
        for (Optional<MovieFragment> next = scanner.next(size); next.isPresent(); next = scanner.next(size)) {
            found.add(next.get().summary());
        }
        return found;
    }

    /** Bytes of the file that have been understood: where the next fragment starts. */
    public long position() {
        return scanner.position();
    }

    /** Whether nothing is left behind the last whole box. Says nothing about what may still be written. */
    public boolean atEnd() throws IOException {
        return scanner.position() == file.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
