package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where resources of one kind come from. Another tenant's are as if they did not exist. Methods never throw. */
public interface ResourceSource {
    /** What {@code resources/list} shows of them, newest first where there are many. */
    CompletionStage<List<ResourceEntry>> list(Tenant tenant);

    /** The family they form, where they form one. */
    default Optional<ResourceTemplate> template() {
        return Optional.empty();
    }

    /** Completes with empty when there is no such resource here; other sources may have it. */
    CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri);

    /** The ids in the template that begin like this, of those that are likely to be meant; likeliest first. */
    default CompletionStage<List<String>> complete(Tenant tenant, String prefix) {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Tells of every change of a resource until it is closed; empty when there is none here that changes. */
    default Optional<AutoCloseable> watch(Tenant tenant, String uri, Runnable changed) {
        return Optional.empty();
    }

    /** Tells when {@link #list} has something else to show, until it is closed; empty when it never has. */
    default Optional<AutoCloseable> watchList(Tenant tenant, Runnable changed) {
        return Optional.empty();
    }
}
