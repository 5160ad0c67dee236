package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.content.ContentHash;
import atelier.processors.s3.S3ForTests;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class DownloadTest {
    private static final int BYTES = 48_000_000;

    @TempDir
    Path folder;

    @Test
    void theMemoryThatItTakesDoesNotGrowWithTheObject() throws Exception {
        byte[] film = new byte[BYTES];
        new Random(6).nextBytes(film);
        String bucket = S3ForTests.freshBucket();
        S3ForTests.client().putObject(request -> request.bucket(bucket).key("film"), RequestBody.fromBytes(film));
        RemoteObject object = new RemoteObject(S3ForTests.client(), bucket, "film");
        ObjectVersion version = object.look().orElseThrow();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Path file = folder.resolve("film");

        long before = threads.getCurrentThreadAllocatedBytes();
        ContentHash hash = new Download(object, version, Patience.defaults(), Clock.systemUTC(), bytes -> {}).to(file);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(BYTES / 8);
        assertThat(file).hasBinaryContent(film);
        assertThat(hash).isEqualTo(ContentHash.sha256(file));
    }
}
