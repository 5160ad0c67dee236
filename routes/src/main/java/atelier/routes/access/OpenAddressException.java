package atelier.routes.access;

import java.net.InetAddress;
import java.util.Optional;

/** Atelier would be open to whoever reaches the machine, and nobody said that it may. */
public final class OpenAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OpenAddressException(String address) {
        super("Atelier does not start: it would listen on " + address
                + " (server.address), and there is no sign-in, so that"
                + " whoever reaches this machine could see, change and remove everything. Do one of these: let callers"
                + " bear tokens (atelier.access.issuer, docs/private.md); listen on 127.0.0.1; or, where something else"
                + " keeps others away, such as a proxy or a container whose port is published on loopback alone, say so:"
                + " atelier.access.open=true (in the environment ATELIER_ACCESS_OPEN=true).");
    }

    /** @param address that is listened on; empty: every one that the machine has */
    static void unlessLoopback(Optional<InetAddress> address) {
        if (!address.map(InetAddress::isLoopbackAddress).orElse(false)) {
            throw new OpenAddressException(
                    address.map(InetAddress::getHostAddress).orElse("every address"));
        }
    }
}
