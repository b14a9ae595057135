package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Secret;
import java.util.Optional;

/** Tells whose request it is, by the MiniMax key that came with it. */
@FunctionalInterface
public interface Tenants {
    /**
     * @param minimaxKey the caller's own; empty where the server's pays
     */
    Tenant of(Optional<Secret> minimaxKey);
}
