package atelier.processors.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Does several things at a time; when one fails, the others are stopped. Few threads for all who ask. */
final class Together implements AutoCloseable {
    private static final long END_SECONDS = 5;

    private final ExecutorService pool;

    Together(String name, int threads) {
        AtomicInteger count = new AtomicInteger();
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does all of it.
     *
     * @return what came of each, in order
     * @throws ExecutionException if one failed; none goes on then
     * @throws InterruptedException if whoever asked is interrupted; none goes on then
     */
    <T> List<T> all(List<Callable<T>> tasks) throws ExecutionException, InterruptedException {
        ExecutorCompletionService<T> ended = new ExecutorCompletionService<>(pool);
        Phaser running = new Phaser(1);
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(ended.submit(() -> counted(task, running)));
        }
        try {
            List<T> results = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                ended.take().get();
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException | InterruptedException e) {
            futures.forEach(future -> future.cancel(true));
            awaitEnd(running);
            throw e;
        }
    }

    private static <T> T counted(Callable<T> task, Phaser running) throws Exception {
        running.register();
        try {
            return task.call();
        } finally {
            running.arriveAndDeregister();
        }
    }

    /** What is interrupted ends soon; what does not is not waited for. */
    private static void awaitEnd(Phaser running) throws InterruptedException {
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // The daily round removes what it leaves behind.
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
