package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.MissingTools;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tools that a tenant misses as a test says. */
public final class FakeMissingTools implements MissingTools {
    private final Map<Tenant, Set<String>> missing = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** From now on the tenant misses these, and whoever watches is told. */
    public void put(Tenant tenant, Set<String> tools) {
        missing.put(tenant, tools);
        watchers.forEach(Runnable::run);
    }

    public int watchers() {
        return watchers.size();
    }

    @Override
    public Set<String> of(Tenant tenant) {
        return missing.getOrDefault(tenant, Set.of());
    }

    @Override
    public AutoCloseable watch(Tenant tenant, Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
