package io.minimaxmcp.tools.upstream;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses are on the public internet, by the registries of special-purpose addresses (IANA, RFC 6890). */
final class PublicAddresses {
    /** Network and prefix length. Private, shared, loopback, link-local (cloud metadata), documentation, benchmarks, multicast, reserved. */
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            new Block(0x00000000, 8),
            new Block(0x0a000000, 8),
            new Block(0x64400000, 10),
            new Block(0x7f000000, 8),
            new Block(0xa9fe0000, 16),
            new Block(0xac100000, 12),
            new Block(0xc0000000, 24),
            new Block(0xc0000200, 24),
            new Block(0xc0586300, 24),
            new Block(0xc0a80000, 16),
            new Block(0xc6120000, 15),
            new Block(0xc6336400, 24),
            new Block(0xcb007100, 24),
            new Block(0xe0000000, 4),
            new Block(0xf0000000, 4));

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicV4(bytes, 0);
        }
        return address instanceof Inet6Address && isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes, int offset) {
        int value = (word(bytes, offset) << 16) | word(bytes, offset + 2);
        return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(value));
    }

    /** Only global unicast (2000::/3), without what only wraps an IPv4 address or is not routed. NAT64 is judged by the address inside. */
    private static boolean isPublicV6(byte[] bytes) {
        int first = word(bytes, 0);
        int second = word(bytes, 2);
        if (first == 0x0064 && second == 0xff9b && word(bytes, 4) == 0) {
            return isPublicV4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublicV4(bytes, 2);
        }
        boolean special =
                (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || (first == 0x3fff && second < 0x1000);
        return first >>> 13 == 1 && !special;
    }

    private static int word(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xff) << 8) | (bytes[offset + 1] & 0xff);
    }

    private record Block(int network, int prefix) {
        boolean contains(int address) {
            return (address ^ network) >>> (32 - prefix) == 0;
        }
    }
}
