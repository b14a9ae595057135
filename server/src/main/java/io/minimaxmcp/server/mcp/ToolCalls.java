package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.tool.Toolbox;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code tools/list} and {@code tools/call}. */
public final class ToolCalls {
    private final Toolbox toolbox;
    private final MissingTools missing;
    private final @Nullable Consumer<CallReport> told;
    private final ObjectNode list;

    /** Of tools that everybody has. */
    public ToolCalls(Toolbox toolbox) {
        this(toolbox, MissingTools.NONE, null);
    }

    /**
     * @param told of each call that is over; cheap, never blocks; null where nobody counts
     */
    public ToolCalls(Toolbox toolbox, MissingTools missing, @Nullable Consumer<CallReport> told) {
        this.toolbox = toolbox;
        this.missing = missing;
        this.told = told;
        this.list = JsonNodeFactory.instance.objectNode();
        ArrayNode tools = list.putArray("tools");
        toolbox.definitions().forEach(definition -> tools.add(definition.document()));
    }

    /** {@code {"tools": […]}}: the documents as they are, always in the same bytes. To be read only. */
    public ObjectNode list(Tenant tenant) {
        Set<String> notOffered = missing.of(tenant);
        if (notOffered.isEmpty()) {
            return list;
        }
        ObjectNode shorter = JsonNodeFactory.instance.objectNode();
        ArrayNode tools = shorter.putArray("tools");
        for (JsonNode tool : list.path("tools")) {
            if (!notOffered.contains(tool.path("name").asText())) {
                tools.add(tool);
            }
        }
        return shorter;
    }

    /** Tells when {@link #list} has something else to show, until it is closed. */
    public AutoCloseable watchList(Tenant tenant, Runnable changed) {
        return missing.watch(tenant, changed);
    }

    /** Where a call begins: of a tool that is at hand right where it came in, because waking a thread costs more than the call. */
    public Executor begins(ObjectNode params, Executor workers) {
        return toolbox.isAtHand(params.path("name").asText()) ? Runnable::run : workers;
    }

    /** Fails with an {@link RpcException} only where no tool was reached; a tool's own failure is a result. */
    public CompletionStage<ObjectNode> call(ObjectNode params, Revision revision, CallContext context) {
        String name = params.path("name").asText();
        if (!toolbox.has(name)) {
            return CompletableFuture.failedFuture(RpcException.invalidParams("Unknown tool: " + shortened(name)));
        }
        JsonNode arguments = params.path("arguments");
        if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
            return CompletableFuture.failedFuture(RpcException.invalidParams("arguments must be an object"));
        }
        ObjectNode given = arguments.isObject() ? arguments.deepCopy() : JsonNodeFactory.instance.objectNode();
        CompletionStage<ToolResult> outcome = toolbox.call(name, given, context);
        return answer(told == null ? outcome : outcome.whenComplete(reporting(name, told)), revision);
    }

    private static BiConsumer<@Nullable ToolResult, @Nullable Throwable> reporting(
            String name, Consumer<CallReport> told) {
        long begun = System.nanoTime();
        return (result, thrown) -> {
            ToolException failed = ToolException.in(thrown);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            told.accept(new CallReport(name, result, failed == null ? null : failed.failure(), took));
        };
    }

    /** What a tool came to, as the result of its call; fails only on a bug. */
    public static CompletionStage<ObjectNode> answer(CompletionStage<ToolResult> outcome, Revision revision) {
        return outcome.handle((result, thrown) -> {
            if (thrown == null) {
                return ToolResults.of(result, revision);
            }
            ToolException failed = ToolException.in(thrown);
            if (failed == null) {
                throw new CompletionException(thrown);
            }
            return ToolResults.of(failed.failure());
        });
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
