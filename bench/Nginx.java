package bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** nginx with the configuration of docker/, on the same store. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final URI address;

    private Nginx(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it.
     *
     * @param store the folder that it serves
     * @param application where it sends what is not there
     */
    static Nginx start(Path root, Path folder, Path store, URI application) throws IOException {
        int port = freePort();
        String text = Files.readString(root.resolve("docker/nginx.conf"));
        for (Map.Entry<String, String> each : Map.of(
                        "listen 80;", "listen 127.0.0.1:" + port + ";",
                        "root /atelier/store;", "root " + store + ";",
                        "server atelier:8080;", "server " + application.getAuthority() + ";")
                .entrySet()) {
            if (!text.contains(each.getKey())) {
                throw new BenchException("docker/nginx.conf has no \"" + each.getKey() + "\": bring bench/Nginx.java up to date.");
            }
            text = text.replace(each.getKey(), each.getValue());
        }
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, text);
        boolean superuser = System.getProperty("user.name").equals("root");
        String globals = "daemon off; pid " + folder.resolve("nginx.pid") + "; error_log " + folder.resolve("nginx.log") + ";"
                + (superuser ? " user root;" : "");
        Process process = Children.start(new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString(), "-g", globals)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile()));
        URI address = URI.create("http://127.0.0.1:" + port);
        boolean up = Waiting.until(10_000, 100, () -> !process.isAlive() || new Http(address.toString()).find("/api/artworks").isPresent());
        if (!up || !process.isAlive()) {
            throw new BenchException("nginx did not start: " + Files.readString(folder.resolve("nginx.out")));
        }
        return new Nginx(process, address);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        Children.stop(process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
