package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A resource that is always there under the same URI, and is made anew whenever it is read. */
public final class FixedResource implements ResourceSource {
    private final ResourceEntry entry;
    private final Function<Tenant, CompletionStage<?>> content;

    /**
     * @param content makes what is shown as JSON
     */
    public FixedResource(String uri, String title, String description, Function<Tenant, CompletionStage<?>> content) {
        String name = uri.substring(uri.indexOf("://") + 3);
        this.entry = new ResourceEntry(uri, name, title, description, "application/json", null);
        this.content = content;
    }

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return CompletableFuture.completedFuture(List.of(entry));
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        if (!uri.equals(entry.uri())) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return content.apply(tenant).thenApply(value -> Optional.of(ResourceBody.json(value)));
    }
}
