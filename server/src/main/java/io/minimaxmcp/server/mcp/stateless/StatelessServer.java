package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.ServerIdentity;
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
    public static StatelessServer of(Features features, Executor executor) {
        return new StatelessServer(features.identity(), List.of(methods(features, executor)));
    }

    static Map<String, Method> methods(Features features, Executor executor) {
        Function<Method, Method> later = method -> call -> begun(method, call, executor);
        TaskJson json = new TaskJson(new Results(features.identity()));
        ToolMethods tools = new ToolMethods(features.tools(), features.patience(), features.tasks(), json);
        ResourceMethods resources = new ResourceMethods(features.resources());
        PromptMethods prompts = new PromptMethods(features.prompts(), features.completions());
        TaskMethods tasks = new TaskMethods(features.tasks(), json);
        Map<String, Method> methods = new HashMap<>();
        methods.put("server/discover", Caching.FIXED.hints(Discovery::discover));
        methods.put("tools/list", Caching.OWN.hints(tools::list));
        methods.put(
                "tools/call", call -> begun(tools::call, call, features.tools().begins(call.params(), executor)));
        methods.put("resources/list", Caching.CHANGING.hints(later.apply(resources::list)));
        methods.put("resources/templates/list", Caching.FIXED.hints(resources::templates));
        methods.put("resources/read", Caching.CHANGING.hints(later.apply(resources::read)));
        methods.put("prompts/list", Caching.FIXED.hints(prompts::list));
        methods.put("prompts/get", prompts::get);
        methods.put("completion/complete", later.apply(prompts::complete));
        methods.put(
                "subscriptions/listen",
                later.apply(new Subscriptions(features.tools(), features.resources(), features.tasks(), json)));
        methods.put("tasks/get", later.apply(tasks::get));
        methods.put("tasks/update", later.apply(tasks::update));
        methods.put("tasks/cancel", later.apply(tasks::cancel));
        return methods;
    }

    private static CompletionStage<ObjectNode> begun(Method method, Call call, Executor executor) {
        return CompletableFuture.supplyAsync(() -> method.answer(call), executor)
                .thenCompose(Function.identity());
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
        RequestMeta.problem(params)
                .or(() -> RequestMeta.unsupportedVersion(params))
                .ifPresent(problem -> {
                    throw new RpcException(problem);
                });
        RequestMeta meta = RequestMeta.of(params);
        Method method = methods.get(request.method());
        if (method == null) {
            throw new RpcException(RpcError.of(RpcError.METHOD_NOT_FOUND, "Method not found"));
        }
        return method.answer(new Call(request.id(), params, meta, tenant, localPaths, stream, cancellation))
                .thenApply(results::finished);
    }
}
