package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Completions;
import io.minimaxmcp.server.mcp.Patience;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Answers requests that stand by themselves, whoever sends them and however they come in. */
public final class StatelessServer {
    private final Results results;
    private final Map<String, Method> methods;

    /** With methods of whatever kind; of two with one name the later counts. */
    StatelessServer(ServerIdentity identity, List<Map<String, Method>> methods) {
        this.results = new Results(identity);
        this.methods = new HashMap<>();
        methods.forEach(this.methods::putAll);
    }

    /**
     * @param executor where calls begin, so that a transport's reader goes on reading
     */
    public static StatelessServer of(
            ServerIdentity identity,
            ToolCalls tools,
            Resources resources,
            Tasks tasks,
            Patience patience,
            Executor executor) {
        return new StatelessServer(
                identity, List.of(methods(identity, tools, resources, tasks, patience, executor)));
    }

    static Map<String, Method> methods(
            ServerIdentity identity,
            ToolCalls tools,
            Resources resources,
            Tasks tasks,
            Patience patience,
            Executor executor) {
        Function<Method, Method> later = method -> call -> CompletableFuture.supplyAsync(
                        () -> method.answer(call), executor)
                .thenCompose(Function.identity());
        TaskJson json = new TaskJson(new Results(identity));
        ToolMethods ofTools = new ToolMethods(tools, patience, tasks, json);
        ResourceMethods ofResources = new ResourceMethods(resources);
        TaskMethods ofTasks = new TaskMethods(tasks, json);
        Completions completions = new Completions(resources);
        Map<String, Method> methods = new HashMap<>();
        methods.put("server/discover", Caching.FIXED.hints(Discovery::discover));
        methods.put("tools/list", Caching.FIXED.hints(ofTools::list));
        methods.put("tools/call", later.apply(ofTools::call));
        methods.put("resources/list", Caching.CHANGING.hints(later.apply(ofResources::list)));
        methods.put("resources/templates/list", Caching.FIXED.hints(ofResources::templates));
        methods.put("resources/read", Caching.CHANGING.hints(later.apply(ofResources::read)));
        methods.put("completion/complete", later.apply(call -> completions.complete(call.params(), call.tenant())));
        methods.put("subscriptions/listen", later.apply(new Subscriptions(resources, tasks, json)));
        methods.put("tasks/get", later.apply(ofTasks::get));
        methods.put("tasks/update", later.apply(ofTasks::update));
        methods.put("tasks/cancel", later.apply(ofTasks::cancel));
        return methods;
    }

    /**
     * Answers what comes in on this wire for this tenant.
     *
     * @param localPaths whether the client is on this machine, so that paths mean something to it
     */
    public Side connect(Tenant tenant, boolean localPaths, Wire wire) {
        return new StatelessSide(this, tenant, localPaths, wire);
    }

    CompletionStage<ObjectNode> answer(
            Request request, Tenant tenant, boolean localPaths, ResponseStream stream, Cancellation cancellation) {
        ObjectNode params = request.params();
        RequestMeta.problem(params).ifPresent(problem -> {
            throw new RpcException(problem);
        });
        RequestMeta meta = RequestMeta.of(params);
        if (!meta.version().equals(Revision.V2026_07_28.date())) {
            throw unsupported(meta.version());
        }
        Method method = methods.get(request.method());
        if (method == null) {
            throw new RpcException(RpcError.of(RpcError.METHOD_NOT_FOUND, "Method not found"));
        }
        return method.answer(new Call(request.id(), params, meta, tenant, localPaths, stream, cancellation))
                .thenApply(results::finished);
    }

    /** Lists what can be asked for in this era only: for the others a client says {@code initialize}. */
    private static RpcException unsupported(String requested) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("requested", requested);
        data.putArray("supported").add(Revision.V2026_07_28.date());
        return new RpcException(new RpcError(RpcError.UNSUPPORTED_VERSION, "Unsupported protocol version", data));
    }
}
