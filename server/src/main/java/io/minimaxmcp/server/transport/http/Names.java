package io.minimaxmcp.server.transport.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that this server is known by, as they stand in {@code Host}. One without a port holds for every port. */
final class Names {
    private final Set<String> allowed = new HashSet<>();

    /**
     * @param listening where the server listens: whoever reached it by that address may say so
     */
    Names(List<String> names, String listening) {
        names.forEach(name -> allowed.add(name.toLowerCase(Locale.ROOT)));
        if (!HttpSettings.isAnywhere(listening)) {
            String literal = listening.contains(":") && !listening.startsWith("[") ? "[" + listening + "]" : listening;
            allowed.add(literal.toLowerCase(Locale.ROOT));
        }
    }

    boolean allow(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(withoutPort(name));
    }

    /** {@code [::1]:8080} is {@code [::1]}. */
    static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
