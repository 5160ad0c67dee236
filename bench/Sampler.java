package bench;

/** Looks at something again and again, on a thread of its own, until it is closed. */
final class Sampler implements AutoCloseable {
    private final Thread thread;

    Sampler(String name, int millis, Runnable look) {
        thread = new Thread(() -> sample(millis, look), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void sample(int millis, Runnable look) {
        while (!Thread.currentThread().isInterrupted()) {
            look.run();
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
