package atelier.processors.ffmpeg;

/** Waits to the end even if the thread is interrupted meanwhile, and passes the interruption on afterwards. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Something to wait for. Waiting twice must be the same as waiting once. */
    interface Waiting {
        void await() throws InterruptedException;
    }

    static void run(Waiting waiting) {
        boolean interrupted = Thread.interrupted();
        boolean done = false;
        while (!done) {
            try {
                waiting.await();
                done = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
