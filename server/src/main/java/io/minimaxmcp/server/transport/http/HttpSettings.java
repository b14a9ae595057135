package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.upstream.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens and whom it lets in.
 *
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param token what every caller must show; without one, only this machine is listened to
 * @param allowedHosts names that may stand in {@code Host}, with or without a port
 * @param allowedOrigins host names that may stand in {@code Origin}; pages of a whole origin ({@code https://…}) may also
 *     read the answers
 * @param protectedElsewhere whether an authorization server says who is let in
 */
public record HttpSettings(
        String host,
        int port,
        Optional<Secret> token,
        List<String> allowedHosts,
        List<String> allowedOrigins,
        HttpLimits limits,
        boolean protectedElsewhere) {

    public HttpSettings {
        host = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        allowedHosts = List.copyOf(allowedHosts);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** Settings without an authorization server. */
    public HttpSettings(
            String host,
            int port,
            Optional<Secret> token,
            List<String> allowedHosts,
            List<String> allowedOrigins,
            HttpLimits limits) {
        this(host, port, token, allowedHosts, allowedOrigins, limits, false);
    }

    /** Whether others than this machine would be let in without a word. */
    public boolean isOpenToAnybody() {
        return token.isEmpty() && !protectedElsewhere && !isForThisMachine();
    }

    /** Whether nobody but this machine reaches it. */
    public boolean isForThisMachine() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException listensNowhere) {
            return false;
        }
    }

    /** Whether that is on all addresses of this machine, however it is written. */
    static boolean isAnywhere(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException listensNowhere) {
            return false;
        }
    }
}
