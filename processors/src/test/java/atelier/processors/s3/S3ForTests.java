package atelier.processors.s3;

import atelier.config.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3-compatible server for tests, which checks signatures: one for each JVM, started on 127.0.0.1 when it is first asked
 * for, with its objects below {@code target}; and as many buckets in it as tests want.
 */
public final class S3ForTests {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AwsBasicCredentials KEY = AwsBasicCredentials.create("atelier-tests", "not-a-secret");

    private S3ForTests() {}

    /** Started by the first who asks, and by the class loader once only. */
    private static final class Shared {
        static final S3Proxy SERVER = start();
        static final S3Client CLIENT = S3Clients.of(settings(endpoint(SERVER)), credentials());

        private static S3Proxy start() {
            try {
                Path folder = Path.of(
                                "target",
                                "s3-for-tests-" + ProcessHandle.current().pid())
                        .toAbsolutePath();
                Files.createDirectories(folder);
                S3Proxy server = S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY.accessKeyId(), KEY.secretAccessKey())
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .build();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder), "stop-s3-for-tests"));
                return server;
            } catch (Exception e) {
                throw new IllegalStateException("The S3 server for tests did not start.", e);
            }
        }

        private static void stop(S3Proxy server, Path folder) {
            try {
                server.stop();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static URI endpoint(S3Proxy server) {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Address of the server. */
    public static URI endpoint() {
        return endpoint(Shared.SERVER);
    }

    /** Settings with which that server is reached. */
    public static S3Settings settings() {
        return settings(endpoint());
    }

    /** Settings with which a server is reached, or a proxy before it. */
    public static S3Settings settings(URI endpoint) {
        return new S3Settings(endpoint.toString(), "", true);
    }

    /** The one key that the server knows. */
    public static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(KEY);
    }

    /** A client of that server that all tests share: it is not to be closed. */
    public static S3Client client() {
        return Shared.CLIENT;
    }

    /**
     * A client that reaches the server through another address and is in a hurry, to be closed by whoever asked.
     *
     * @param silence how long a connection may carry nothing
     */
    public static S3Client client(URI through, Duration silence) {
        Duration pause = Duration.ofMillis(5);
        return S3Clients.of(settings(through), credentials(), new S3Clients.Patience(silence, pause, pause));
    }

    /** An empty bucket that no other test sees. */
    public static String freshBucket() {
        String name = "bucket-" + COUNT.incrementAndGet();
        client().createBucket(request -> request.bucket(name));
        return name;
    }
}
