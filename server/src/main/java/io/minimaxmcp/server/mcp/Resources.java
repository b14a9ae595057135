package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Everything that can be read under {@code minimax://}, from all its sources. */
public final class Resources {
    private final List<ResourceSource> sources;

    public Resources(List<ResourceSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** {@code {"resources": […]}}, in the order of the sources. */
    public CompletionStage<ObjectNode> list(Tenant tenant) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("resources");
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (ResourceSource source : sources) {
            all = all.thenCompose(before -> source.list(tenant))
                    .thenAccept(entries ->
                            entries.forEach(entry -> listed.add(Json.MAPPER.<ObjectNode>valueToTree(entry))));
        }
        return all.thenApply(done -> answer);
    }

    /** {@code {"resourceTemplates": […]}}. */
    public ObjectNode templates() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = answer.putArray("resourceTemplates");
        sources.forEach(
                source -> source.template().ifPresent(it -> listed.add(Json.MAPPER.<ObjectNode>valueToTree(it))));
        return answer;
    }

    /** {@code {"contents": […]}}, or empty when there is no such resource. */
    public CompletionStage<Optional<ObjectNode>> read(Tenant tenant, String uri) {
        CompletionStage<Optional<ResourceBody>> found = CompletableFuture.completedFuture(Optional.empty());
        for (ResourceSource source : sources) {
            found = found.thenCompose(
                    body -> body.isPresent() ? CompletableFuture.completedFuture(body) : source.read(tenant, uri));
        }
        return found.thenApply(body -> body.map(it -> contents(uri, it)));
    }

    /** Values for the variable of a template, or empty when there is no such template. */
    public Optional<CompletionStage<List<String>>> complete(Tenant tenant, String uriTemplate, String prefix) {
        return sources.stream()
                .filter(source -> source.template()
                        .filter(it -> it.uriTemplate().equals(uriTemplate))
                        .isPresent())
                .findFirst()
                .map(source -> source.complete(tenant, prefix));
    }

    /** Tells of every change of one resource until it is closed; empty when there is none that changes. */
    public Optional<AutoCloseable> watch(Tenant tenant, String uri, Runnable changed) {
        return sources.stream()
                .flatMap(source -> source.watch(tenant, uri, changed).stream())
                .findFirst();
    }

    /** Tells whenever {@link #list} has something else to show; to stop that, close them all. */
    public List<AutoCloseable> watchList(Tenant tenant, Runnable changed) {
        return sources.stream()
                .flatMap(source -> source.watchList(tenant, changed).stream())
                .toList();
    }

    private static ObjectNode contents(String uri, ResourceBody body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("contents").add(body.of(uri));
        return answer;
    }
}
