package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which URLs are fetched: https at public addresses, whoever gave them. The one exception is for results of a MiniMax on this very
 * machine, as the sandbox is.
 *
 * <p>The addresses that were checked are the addresses to connect to: asking for them again could give others.
 */
final class AddressPolicy {
    private final Resolver resolver;
    private final Hosts hosts;

    AddressPolicy(Resolver resolver, Hosts hosts) {
        this.resolver = resolver;
        this.hosts = hosts;
    }

    /** The addresses that may be connected to for this URL, at least one; throws a {@code ToolException} when there is none. May block. */
    List<InetAddress> check(URI url, DownloadRequest.Origin origin) throws UnknownHostException {
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw refused("it names no host");
        }
        if (url.getRawUserInfo() != null) {
            throw refused("it has a user name in it");
        }
        if (isOurSandbox(url, origin)) {
            return all(url, InetAddress::isLoopbackAddress);
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw refused("it is not https");
        }
        return all(url, PublicAddresses::contains);
    }

    private List<InetAddress> all(URI url, java.util.function.Predicate<InetAddress> allowed)
            throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(url.getHost());
        if (!addresses.stream().allMatch(allowed)) {
            throw refused("its host is not on the public internet");
        }
        return addresses;
    }

    private boolean isOurSandbox(URI url, DownloadRequest.Origin origin) {
        URI api = hosts.first();
        return origin == DownloadRequest.Origin.RESULT
                && Hosts.isLoopbackHttp(api)
                && Hosts.isLoopbackHttp(url)
                && url.getHost().equalsIgnoreCase(api.getHost())
                && url.getPort() == api.getPort();
    }

    private static ToolException refused(String why) {
        return new ToolException(Failure.of(
                ErrorKind.INVALID_INPUT,
                "The URL is not fetched: " + why + ".",
                "Give an https URL of a public host, or hand the file over in another way."));
    }
}
