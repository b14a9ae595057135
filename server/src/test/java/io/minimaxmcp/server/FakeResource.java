package io.minimaxmcp.server;

import io.minimaxmcp.server.mcp.ResourceBody;
import io.minimaxmcp.server.mcp.ResourceEntry;
import io.minimaxmcp.server.mcp.ResourceSource;
import io.minimaxmcp.server.mcp.ResourceTemplate;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** One resource that changes when a test says so. */
public final class FakeResource implements ResourceSource {
    private static final ResourceTemplate TEMPLATE =
            new ResourceTemplate("test://things/", "id", "thing", "Thing", "Something", "application/json");

    private final CompletableFuture<Boolean> left = new CompletableFuture<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> listWatchers = new CopyOnWriteArrayList<>();

    public void change() {
        watchers.forEach(Runnable::run);
    }

    public void changeList() {
        listWatchers.forEach(Runnable::run);
    }

    /** Completes when a watcher has gone. */
    public CompletableFuture<Boolean> left() {
        return left;
    }

    public int watchers() {
        return watchers.size() + listWatchers.size();
    }

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return Stages.of(
                List.of(new ResourceEntry(TEMPLATE.uri("1"), "thing-1", "A thing", null, "application/json", null)));
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        return Stages.of(isThere(uri) ? Optional.of(ResourceBody.json(Map.of("state", "new"))) : Optional.empty());
    }

    @Override
    public CompletionStage<List<String>> complete(Tenant tenant, String prefix) {
        return Stages.of(List.of("1"));
    }

    @Override
    public Optional<AutoCloseable> watch(Tenant tenant, String uri, Runnable changed) {
        return isThere(uri) ? Optional.of(added(watchers, changed)) : Optional.empty();
    }

    @Override
    public Optional<AutoCloseable> watchList(Tenant tenant, Runnable changed) {
        return Optional.of(added(listWatchers, changed));
    }

    private static boolean isThere(String uri) {
        return uri.equals(TEMPLATE.uri("1"));
    }

    private AutoCloseable added(List<Runnable> list, Runnable watcher) {
        list.add(watcher);
        return () -> {
            list.remove(watcher);
            left.complete(true);
        };
    }
}
