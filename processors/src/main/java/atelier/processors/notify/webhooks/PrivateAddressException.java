package atelier.processors.notify.webhooks;

import java.net.UnknownHostException;

/** A host that is in a private network, or on this machine. */
final class PrivateAddressException extends UnknownHostException {
    PrivateAddressException(String host) {
        super(host + " is in a private network or on this machine. Nothing is sent there; if it is meant to be told,"
                + " set atelier.webhooks[n].private-addresses.");
    }
}
