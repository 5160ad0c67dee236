package atelier.processors.s3;

import atelier.processors.s3.HttpMessage.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Stands before a real server and lets things go wrong. What it passes on, it passes on as it is: signatures stay valid. Each
 * connection carries one request.
 */
public final class FaultyS3 implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final ExecutorService pool = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "faulty-s3");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Rule(Predicate<String> which, Fault fault, AtomicInteger left) {
        boolean applies(String request) {
            return which.test(request) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    private FaultyS3(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        pool.execute(this::accept);
    }

    /** Stands before a server. */
    public static FaultyS3 before(URI server) throws IOException {
        return new FaultyS3(server);
    }

    /** Where clients find it. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /**
     * Lets things go wrong.
     *
     * @param which of the requests, by method and address: {@code PUT /bucket/key?partNumber=2}
     */
    public void fault(Predicate<String> which, Fault fault, int times) {
        rules.add(new Rule(which, fault, new AtomicInteger(times)));
    }

    /** Lets everything go wrong, until it is healed. */
    public void always(Fault fault) {
        fault(each -> true, fault, Integer.MAX_VALUE);
    }

    /** From now on nothing goes wrong. */
    public void heal() {
        rules.clear();
    }

    /** What was asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                pool.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Head request = HttpMessage.head(client.getInputStream());
            asked.add(request.what());
            Fault fault = rules.stream()
                    .filter(rule -> rule.applies(request.what()))
                    .map(Rule::fault)
                    .findFirst()
                    .orElse(new Fault.None());
            answer(client, request, fault);
        } catch (IOException e) {
            // The one or the other has gone: so does this.
        }
    }

    private void answer(Socket client, Head request, Fault fault) throws IOException {
        if (fault instanceof Fault.Away) {
            return;
        }
        if (request.expectsContinue()) {
            write(client.getOutputStream(), "HTTP/1.1 100 Continue\r\n\r\n");
        }
        if (fault instanceof Fault.Answer refused) {
            HttpMessage.copy(client.getInputStream(), OutputStream.nullOutputStream(), request.length());
            refuse(client.getOutputStream(), request, refused);
            return;
        }
        if (fault instanceof Fault.Delay delay) {
            LockSupport.parkNanos(delay.by().toNanos());
        }
        try (Socket backend = new Socket(server.getHost(), server.getPort())) {
            write(backend.getOutputStream(), request.closing());
            long sent = fault instanceof Fault.CutRequest cut ? cut.afterBytes() : request.length();
            HttpMessage.copy(client.getInputStream(), backend.getOutputStream(), sent);
            if (!(fault instanceof Fault.CutRequest)) {
                relay(backend.getInputStream(), client.getOutputStream(), fault);
            }
        }
    }

    private static void relay(InputStream answer, OutputStream client, Fault fault) throws IOException {
        Head head = HttpMessage.head(answer);
        if (fault instanceof Fault.LoseAnswer) {
            answer.transferTo(OutputStream.nullOutputStream());
            return;
        }
        write(client, head.closing());
        if (fault instanceof Fault.CutAnswer cut) {
            HttpMessage.copy(answer, client, cut.afterBytes());
        } else {
            answer.transferTo(client);
        }
    }

    private static void refuse(OutputStream client, Head request, Fault.Answer refused) throws IOException {
        String body = request.what().startsWith("HEAD ")
                ? ""
                : "<?xml version=\"1.0\"?><Error><Code>" + refused.code()
                        + "</Code><Message>Injected</Message></Error>";
        write(
                client,
                "HTTP/1.1 " + refused.status() + " Refused\r\nContent-Type: application/xml\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        pool.shutdownNow();
    }
}
