package atelier.processors.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notes what it is asked for. */
public final class RecordedSteps implements JobSteps {
    final List<String> done = new CopyOnWriteArrayList<>();
    final List<Long> nanos = new CopyOnWriteArrayList<>();
    volatile Consumer<String> encoding = fingerprint -> {};

    @Override
    public void read(long inputId) {
        done.add("read " + inputId);
    }

    @Override
    public void encode(Claim claim) {
        String fingerprint = claim.id();
        done.add("encode " + fingerprint);
        nanos.add(System.nanoTime());
        encoding.accept(fingerprint);
    }

    @Override
    public void batch(long batchId) {
        done.add("batch " + batchId);
    }

    @Override
    public void batchFailed(long batchId, Throwable cause) {
        done.add("given up batch " + batchId);
    }

    @Override
    public void readFailed(long inputId, Throwable cause) {
        done.add("given up " + inputId + ": " + cause.getMessage());
    }

    @Override
    public void encodeFailed(String fingerprint, Throwable cause) {
        done.add("given up " + fingerprint + ": " + cause.getMessage());
    }
}
