package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which URLs are fetched: https at public addresses, whoever gave them. The one exception is for results of a MiniMax on this very
 * machine, as the sandbox is. The host of a result is the one that MiniMax has named, or where the catalogue knows results to be.
 *
 * <p>The addresses that were checked are the addresses to connect to: asking for them again could give others.
 */
final class AddressPolicy {
    private final Resolver resolver;
    private final Hosts hosts;
    private final Set<String> resultDomains;

    /**
     * @param resultDomains where results may lead on to, subdomains included
     */
    AddressPolicy(Resolver resolver, Hosts hosts, Set<String> resultDomains) {
        this.resolver = resolver;
        this.hosts = hosts;
        this.resultDomains = resultDomains;
    }

    /** Whether what this request has begun to fetch may be looked for there; throws a {@code ToolException} when not. Asks nobody. */
    void checkRedirect(DownloadRequest request, URI next) {
        if (request.origin() == DownloadRequest.Origin.RESULT && !isOfResults(request.url(), next)) {
            throw refused("it leads on to " + next.getHost() + ", which the catalogue does not list", request.origin());
        }
    }

    private boolean isOfResults(URI named, URI next) {
        if (next.getHost() == null) {
            return false;
        }
        String host = next.getHost().toLowerCase(Locale.ROOT);
        return host.equalsIgnoreCase(named.getHost())
                || host.equalsIgnoreCase(hosts.first().getHost())
                || resultDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** The addresses that may be connected to for this URL, at least one; throws a {@code ToolException} when there is none. May block. */
    List<InetAddress> check(URI url, DownloadRequest.Origin origin) throws UnknownHostException {
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw refused("it names no host", origin);
        }
        if (url.getRawUserInfo() != null) {
            throw refused("it has a user name in it", origin);
        }
        if (isOurSandbox(url, origin)) {
            return all(url, origin, InetAddress::isLoopbackAddress);
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw refused("it is not https", origin);
        }
        return all(url, origin, PublicAddresses::contains);
    }

    private List<InetAddress> all(URI url, DownloadRequest.Origin origin, Predicate<InetAddress> allowed)
            throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(url.getHost());
        if (!addresses.stream().allMatch(allowed)) {
            throw refused("its host is not on the public internet", origin);
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

    private static ToolException refused(String why, DownloadRequest.Origin origin) {
        if (origin == DownloadRequest.Origin.RESULT) {
            return new ToolException(
                    Failure.of(
                            ErrorKind.UPSTREAM,
                            "The link that MiniMax gave is not fetched: " + why + ".",
                            "If the host can be trusted, the server's operator adds it to download_hosts in the file of MINIMAX_MCP_CATALOG."));
        }
        return new ToolException(Failure.of(
                ErrorKind.INVALID_INPUT,
                "The URL is not fetched: " + why + ".",
                "Give an https URL of a public host, or hand the file over in another way."));
    }
}
