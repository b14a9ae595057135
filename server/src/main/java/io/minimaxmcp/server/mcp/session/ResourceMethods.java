package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Params;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Stages;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code resources/…}, and {@code completion/complete}. */
record ResourceMethods(Resources resources, Completions completions, Executor executor) {
    private static final int RESOURCE_NOT_FOUND = -32002;

    Map<String, Method> all() {
        return Map.of(
                "resources/list", this::list,
                "resources/templates/list", (params, caller) -> templates(params),
                "resources/read", this::read,
                "resources/subscribe", this::subscribe,
                "resources/unsubscribe", this::unsubscribe,
                "completion/complete", this::complete);
    }

    private CompletionStage<ObjectNode> list(ObjectNode params, Caller caller) {
        Session session = caller.session();
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        return Params.onePage(params)
                .thenCompose(ok -> later(() -> {
                    session.subscriptions()
                            .addList(
                                    "resources/list",
                                    () -> resources.watchList(
                                            session.tenant(),
                                            () -> session.tell("notifications/resources/list_changed", news)));
                    return resources.list(session.tenant());
                }));
    }

    private CompletionStage<ObjectNode> templates(ObjectNode params) {
        return Params.onePage(params).thenApply(ok -> resources.templates());
    }

    private CompletionStage<ObjectNode> read(ObjectNode params, Caller caller) {
        String uri = Params.text(params, "uri");
        return later(() -> resources.read(caller.session().tenant(), uri))
                .thenApply(found -> found.orElseThrow(() -> notFound(uri)));
    }

    private CompletionStage<ObjectNode> subscribe(ObjectNode params, Caller caller) {
        String uri = Params.text(params, "uri");
        Session session = caller.session();
        ObjectNode news = JsonNodeFactory.instance.objectNode().put("uri", uri);
        Supplier<Optional<AutoCloseable>> watch = () ->
                resources.watch(session.tenant(), uri, () -> session.tell("notifications/resources/updated", news));
        if (!session.subscriptions().add(uri, watch)) {
            throw RpcException.invalidParams("This resource never changes, or is not there: " + uri);
        }
        return Stages.of(JsonNodeFactory.instance.objectNode());
    }

    private CompletionStage<ObjectNode> unsubscribe(ObjectNode params, Caller caller) {
        caller.session().subscriptions().remove(Params.text(params, "uri"));
        return Stages.of(JsonNodeFactory.instance.objectNode());
    }

    private CompletionStage<ObjectNode> complete(ObjectNode params, Caller caller) {
        return later(() -> completions.complete(params, caller.session().tenant()));
    }

    private static RpcException notFound(String uri) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uri", uri);
        return new RpcException(new RpcError(RESOURCE_NOT_FOUND, "Resource not found", data));
    }

    private <T> CompletionStage<T> later(Supplier<CompletionStage<T>> work) {
        return CompletableFuture.supplyAsync(work, executor).thenCompose(Function.identity());
    }
}
