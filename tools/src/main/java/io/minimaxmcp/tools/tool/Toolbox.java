package io.minimaxmcp.tools.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tools that are offered, in a fixed order. Cheap to make: a capability comes up with its first call. */
public final class Toolbox {
    private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Map<String, Capability<?>> capabilities = new ConcurrentHashMap<>();
    private final InputBinder binder;

    public Toolbox(List<Tool> tools, InputBinder binder) {
        for (Tool tool : tools) {
            if (this.tools.put(tool.definition().name(), tool) != null) {
                throw new IllegalArgumentException(
                        "there are two tools " + tool.definition().name());
            }
        }
        this.binder = binder;
    }

    public List<ToolDefinition> definitions() {
        return tools.values().stream().map(Tool::definition).toList();
    }

    public boolean has(String tool) {
        return tools.containsKey(tool);
    }

    /** Whether calls of the tool neither wait for anybody nor have anything to make first. */
    public boolean isAtHand(String name) {
        Tool tool = tools.get(name);
        return tool != null
                && capabilities.containsKey(name)
                && !tool.definition().openWorld();
    }

    /**
     * Calls a tool that this toolbox has; never throws for one that it has. The stage fails with nothing but {@link ToolException}: a bug
     * of ours is logged here, once, and told without its details.
     */
    public CompletionStage<ToolResult> call(String name, ObjectNode arguments, CallContext context) {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException("there is no tool " + name);
        }
        return Stages.from(() -> bound(tool.definition(), capability(tool), arguments, context))
                .handle((result, thrown) ->
                        thrown == null ? Stages.of(result) : ToolException.<ToolResult>failed(failure(tool, thrown)))
                .thenCompose(Function.identity());
    }

    private Capability<?> capability(Tool tool) {
        return capabilities.computeIfAbsent(
                tool.definition().name(), name -> tool.capability().get());
    }

    private <I extends Record> CompletionStage<ToolResult> bound(
            ToolDefinition definition, Capability<I> capability, ObjectNode arguments, CallContext context) {
        return capability.call(binder.bind(definition, arguments, capability.input()), context);
    }

    private static Failure failure(Tool tool, Throwable thrown) {
        ToolException understood = ToolException.in(thrown);
        if (understood != null) {
            return understood.failure();
        }
        String name = tool.definition().name();
        LOG.atError().addKeyValue("tool", name).setCause(thrown).log("a call failed on a bug");
        boolean free = tool.definition().readOnly();
        String nextStep = free ? "Tell the person" : "Look at list_jobs before you call it again";
        return Failure.of(
                        ErrorKind.UNAVAILABLE,
                        name + " failed on a mistake of this server.",
                        nextStep + "; the log has the details.")
                .charged(free ? Charged.NO : Charged.UNKNOWN);
    }

    /** A tool as it is described, and a way to what does it. */
    public record Tool(ToolDefinition definition, Supplier<? extends Capability<?>> capability) {}
}
