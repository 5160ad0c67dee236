package bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How long answers took, how many there were, and what they brought. For many threads. */
final class Tally {
    private static final int MOST = 4_000_000;

    private final float[] millis = new float[MOST];
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    void took(long nanos, long body) {
        int place = count.getAndIncrement();
        if (place < MOST) {
            millis[place] = nanos / 1e6f;
        }
        bytes.addAndGet(body);
    }

    void failed() {
        errors.incrementAndGet();
    }

    int count() {
        return count.get();
    }

    int errors() {
        return errors.get();
    }

    double megabytes() {
        return bytes.get() / 1e6;
    }

    /** Milliseconds that this share of the answers took at most. */
    double within(double share) {
        float[] sorted = Arrays.copyOf(millis, Math.min(MOST, count.get()));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
