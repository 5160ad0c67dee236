package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.batch.BatchStep;
import atelier.processors.catalog.Batch;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a batch over a library of long films costs. {@code bin/bench batch} runs it over ten thousand. */
class ManyArtworksTest {
    private static final int ARTWORKS = Integer.getInteger("atelier.artworks", 5);
    private static final int CHUNKS = 60;
    /** HD and SD of each chunk, and the poster. */
    private static final int OUTPUTS = 2 * CHUNKS + 1;

    private final ManyArtworks many = new ManyArtworks(ARTWORKS, CHUNKS);

    @AfterEach
    void close() {
        many.close();
    }

    @Test
    void aBatchAsksTheDatabaseByTheArtworkAndNotByTheOutput() {
        BatchStep first = many.batchStep(false);
        Batch planned = run("planned for the first time", first, false);
        assertThat(planned.needed()).isEqualTo(ARTWORKS * OUTPUTS);
        assertThat(many.queriesOf(planned)).as("for each artwork").isLessThan(60);

        many.makeAll();
        Batch unchanged = run("nothing changed", first, false);
        assertThat(unchanged.changed()).isZero();
        assertThat(many.queriesOf(unchanged)).as("for each artwork").isLessThan(40);

        BatchStep changed = many.batchStep(true);
        Batch looked = run("SD changed, dry run", changed, true);
        assertThat(looked.needed()).isEqualTo(ARTWORKS * CHUNKS);
        assertThat(looked.reused()).isEqualTo(ARTWORKS * (OUTPUTS - CHUNKS));
        assertThat(many.queriesOf(looked)).as("for each artwork").isLessThan(40);

        Batch replanned = run("SD changed", changed, false);
        assertThat(replanned.needed()).isEqualTo(ARTWORKS * CHUNKS);
        assertThat(many.queriesOf(replanned)).as("for each artwork").isLessThan(60);
        assertThat(many.jobs()).isEqualTo(ARTWORKS * CHUNKS);
    }

    private Batch run(String name, BatchStep step, boolean dryRun) {
        long before = heap();
        long began = System.nanoTime();
        Batch batch = many.run(step, dryRun);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d artworks, %s: %.1f s, %.1f queries an artwork, heap %d MB before and %d MB after%n",
                ARTWORKS, name, seconds, many.queriesOf(batch), before, heap());
        assertThat(batch.state()).isEqualTo("done");
        assertThat(batch.artworks()).isEqualTo(ARTWORKS);
        return batch;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
