package io.minimaxmcp.tools.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names to addresses. May block: never called on an event loop. */
@FunctionalInterface
interface Resolver {
    /** The operating system's own, which knows hosts files and VPNs. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** In the order of preference, at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
