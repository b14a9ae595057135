package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.Set;

/** The tools that a tenant is not offered, because its account does not have the product. */
public interface MissingTools {
    /** Everybody has every tool. */
    MissingTools NONE = new MissingTools() {
        @Override
        public Set<String> of(Tenant tenant) {
            return Set.of();
        }

        @Override
        public AutoCloseable watch(Tenant tenant, Runnable changed) {
            return () -> {};
        }
    };

    /** Cheap: asked for every list. */
    Set<String> of(Tenant tenant);

    /** Tells when the tenant misses others from now on, until it is closed. */
    AutoCloseable watch(Tenant tenant, Runnable changed);
}
