package org.luodi.days;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.luodi.platform.Refusal;

/**
 * Which addresses a webhook may go to: a server inside the network must not be reached through us. The address that was
 * checked is the one that is called, so that a name cannot change its meaning in between.
 *
 * @param all whether addresses of the own network are allowed too
 */
record Addresses(boolean all) {

    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;

    /** Blocks that are not of the public network and that the language does not know by name: first octets, and how many bits. */
    private static final List<Block> CLOSED = List.of(
            new Block(new int[] {0}, 8),
            new Block(new int[] {100, 64}, 10),
            new Block(new int[] {192, 0, 0}, 24),
            new Block(new int[] {198, 18}, 15),
            new Block(new int[] {240}, 4));

    /** The same of IPv6: unique local, translated and tunnelled addresses. */
    private static final List<Block> CLOSED6 = List.of(
            new Block(new int[] {0xfc}, 7),
            new Block(new int[] {0x00, 0x64, 0xff, 0x9b}, 32),
            new Block(new int[] {0x20, 0x02}, 16),
            new Block(new int[] {0x20, 0x01, 0x00, 0x00}, 32));

    private record Block(int[] beginning, int bits) {

        boolean holds(byte[] address) {
            return Stream.iterate(0, i -> i < bits, i -> i + 1)
                    .allMatch(i -> bit(i < beginning.length * 8 ? beginning[i / 8] : 0, i) == bit(address[i / 8], i));
        }

        private static int bit(int octet, int index) {
            return octet >> (7 - index % 8) & 1;
        }
    }

    /** The address as it is called, or a refusal. */
    URI url(String text) {
        String plain = text == null ? "" : text.strip();
        try {
            URI url = new URI(plain);
            boolean http = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (!http || plain.length() > LONGEST || url.getRawUserInfo() != null || !leads(url)) {
                throw Refusal.of("days.refused.url");
            }
            return url;
        } catch (URISyntaxException e) {
            throw Refusal.of("days.refused.url");
        }
    }

    /** Whether there is a host and a port that can be called; a certificate has no name that ends in a dot. */
    private static boolean leads(URI url) {
        return url.getHost() != null
                && !url.getHost().endsWith(".")
                && url.getPort() != 0
                && url.getPort() <= LAST_PORT;
    }

    /** The first address of a host, or a refusal where any of its addresses is not allowed. */
    InetAddress of(URI url) {
        try {
            InetAddress[] found = InetAddress.getAllByName(url.getHost());
            if (!all && Stream.of(found).anyMatch(Addresses::isClosed)) {
                throw Refusal.of("days.refused.private", url.getHost());
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw Refusal.of("days.refused.host", url.getHost());
        }
    }

    private static boolean isClosed(InetAddress address) {
        boolean known = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        List<Block> blocks = address instanceof Inet4Address ? CLOSED : CLOSED6;
        return known || blocks.stream().anyMatch(b -> b.holds(address.getAddress()));
    }
}
