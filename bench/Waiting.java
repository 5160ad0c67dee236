package bench;

import java.util.function.BooleanSupplier;

/** Asks until the answer is yes. */
final class Waiting {
    private Waiting() {}

    /** @return whether it came true in time */
    static boolean until(long millis, long between, BooleanSupplier condition) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(between);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchException("Interrupted.", e);
            }
        }
        return true;
    }
}
