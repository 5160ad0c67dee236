package atelier.processors.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/** Reads packets wherever they are in a file, and hashes them as the reading of the whole file does. For one thread. */
final class PacketData implements AutoCloseable {
    private final FileChannel file;
    private final Map<Integer, CodedForm> forms;
    private final MessageDigest digest;
    private long read;

    /** @param forms of the streams of which is hashed what is the same in every container */
    PacketData(Path file, Map<Integer, CodedForm> forms) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        this.forms = Map.copyOf(forms);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The file that they are in; not to be closed. */
    FileChannel file() {
        return file;
    }

    /** How many bytes have been read. */
    long read() {
        return read;
    }

    /** SHA-256 of a packet's data as the container has it. */
    byte[] plain(Packet packet) {
        return digest.digest(data(packet));
    }

    /** SHA-256 of what is the same of it in every container. */
    byte[] common(Packet packet) {
        byte[] data = data(packet);
        return Optional.ofNullable(forms.get(packet.stream()))
                .flatMap(form -> form.hash(data))
                .orElseGet(() -> digest.digest(data));
    }

    private byte[] data(Packet packet) {
        ByteBuffer data = ByteBuffer.allocate((int) packet.size());
        try {
            while (data.hasRemaining()) {
                if (file.read(data, packet.position().orElseThrow() + data.position()) < 0) {
                    throw new IOException("The file became shorter while it was read.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read += packet.size();
        return data.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
