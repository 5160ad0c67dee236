package atelier.processors.sources;

import atelier.processors.store.SourceBucket.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that lies in the bucket, and here until it has left the inbox. */
final class BucketDeposit implements Deposit {
    private final Desk desk;
    private final InputObjects objects;
    private final Path kept;
    private final String path;
    private final Version version;
    private long recorded;

    /**
     * @param kept where it is here
     * @param path the same as the catalogue has it
     */
    BucketDeposit(Desk desk, InputObjects objects, Path kept, String path, Version version) {
        this.desk = desk;
        this.objects = objects;
        this.kept = kept;
        this.path = path;
        this.version = version;
    }

    @Override
    public void recorded(long input) {
        objects.add(input, version.etag());
        recorded = input;
    }

    @Override
    public void withdraw() {
        desk.remove(path);
    }

    @Override
    public void settle() {
        try {
            desk.hold(recorded, path, version);
            desk.release(recorded);
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(kept + " could not be removed; it lies in the bucket as well.", e);
        }
    }
}
