package atelier.processors.notify.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names, and refuses those that lead into private networks, to this machine, or to no single machine (IANA's registers
 * of special-purpose addresses). The client connects to the addresses given here: a name cannot lead elsewhere after the check.
 */
final class PublicAddresses implements DnsResolver {
    private static final List<Block> REFUSED = List.of(
            // "This" network, CGNAT, protocol assignments, documentation, 6to4 relays, benchmarks, reserved and
            // broadcast.
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("240.0.0.0", 4),
            // IPv4 in IPv6 by mapping, translation, 6to4 and Teredo; discard, documentation, unique local, site-local.
            Block.of("::", 96),
            Block.of("64:ff9b::", 96),
            Block.of("64:ff9b:1::", 48),
            Block.of("100::", 64),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20),
            Block.of("5f00::", 16),
            Block.of("fc00::", 7),
            Block.of("fec0::", 10));

    /** Addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {
        static Block of(String start, int bits) {
            try {
                return new Block(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(start + " is no address.", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The addresses of a host, all of them public. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddressException(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && REFUSED.stream().noneMatch(block -> block.holds(address.getAddress()));
    }
}
