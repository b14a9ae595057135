package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.MissingTools;
import io.minimaxmcp.tools.capability.Capabilities;
import io.minimaxmcp.tools.capability.Entry;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The tools of products that an account was told not to have.
 *
 * @param areKnown whether any may be closed; before any call this costs one look at the disk
 */
record ClosedTools(Lazy<ClosedProducts> closed, BooleanSupplier areKnown) implements MissingTools {

    @Override
    public Set<String> of(Tenant tenant) {
        if (!areKnown.getAsBoolean()) {
            return Set.of();
        }
        return Capabilities.ALL.stream()
                .filter(entry -> entry.product() != null && closed.get().isClosed(tenant, entry.product()))
                .map(Entry::tool)
                .collect(Collectors.toSet());
    }

    /** Products that no tool is of may come and go unheard. */
    @Override
    public AutoCloseable watch(Tenant tenant, Runnable changed) {
        return closed.get().listen(tenant, product -> {
            if (Capabilities.ALL.stream().anyMatch(entry -> product.equals(entry.product()))) {
                changed.run();
            }
        });
    }
}
