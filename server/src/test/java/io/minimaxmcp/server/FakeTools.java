package io.minimaxmcp.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.InputBinder;
import io.minimaxmcp.tools.tool.Preview;
import io.minimaxmcp.tools.tool.Progress;
import io.minimaxmcp.tools.tool.ResourceLink;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.tool.Toolbox;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Tools that do what a test wants to see, and know nothing of MiniMax. */
public final class FakeTools {
    private final Map<String, CompletableFuture<String>> held = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> begun = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> cancelled = new ConcurrentHashMap<>();

    /** What every fake takes. */
    public record Input(String text) {}

    /** What every fake answers. */
    public record Output(String text) {}

    public Toolbox toolbox() {
        return new Toolbox(
                List.of(
                        tool("echo", (input, context) -> Stages.of(answer(input.text()))),
                        tool("hold", this::hold),
                        tool("slow", FakeTools::slow),
                        tool("steps", FakeTools::steps),
                        tool("ask", FakeTools::ask),
                        tool("show", (input, context) -> Stages.of(picture(input.text()))),
                        tool(
                                "patience",
                                (input, context) ->
                                        Stages.of(answer(context.patience().toString()))),
                        tool("fail", (input, context) -> ToolException.failed(failure(input.text()))),
                        tool("break", (input, context) -> {
                            throw new IllegalStateException("secret detail: " + input.text());
                        })),
                new InputBinder());
    }

    /** Lets the held call with this text answer. */
    public void release(String text) {
        held.computeIfAbsent(text, key -> new CompletableFuture<>()).complete(text);
    }

    /** Completes when the held call with this text is told that nobody waits for it any more. */
    public CompletableFuture<Boolean> cancelled(String text) {
        return cancelled.computeIfAbsent(text, key -> new CompletableFuture<>());
    }

    /** Completes when the call with this text to be held has come. */
    public CompletableFuture<Boolean> begun(String text) {
        return begun.computeIfAbsent(text, key -> new CompletableFuture<>());
    }

    private CompletionStage<ToolResult> hold(Input input, CallContext context) {
        begun(input.text()).complete(true);
        context.progress().accept(new Progress(0, 1, "held"));
        context.cancellation()
                .whenRequested()
                .thenRun(() -> cancelled(input.text()).complete(true));
        return held.computeIfAbsent(input.text(), key -> new CompletableFuture<>())
                .thenApply(FakeTools::answer);
    }

    private static CompletionStage<ToolResult> steps(Input input, CallContext context) {
        for (double step : new double[] {0, 1, 1, 0.5, 2, 3}) {
            context.progress().accept(new Progress(step, 4, "step " + step));
        }
        // The result comes later than the last step, so that no client loses the step to it.
        return new CompletableFuture<ToolResult>().completeOnTimeout(answer(input.text()), 100, TimeUnit.MILLISECONDS);
    }

    /** Takes as many milliseconds as its text says. */
    private static CompletionStage<ToolResult> slow(Input input, CallContext context) {
        return new CompletableFuture<ToolResult>()
                .completeOnTimeout(answer(input.text()), Long.parseLong(input.text()), TimeUnit.MILLISECONDS);
    }

    private static CompletionStage<ToolResult> ask(Input input, CallContext context) {
        return context.confirmer().ask(input.text()).thenApply(reply -> answer(reply.name()));
    }

    private static ToolResult answer(String text) {
        return ToolResult.of(new Output(text), text);
    }

    private static ToolResult picture(String text) {
        ResourceLink link = new ResourceLink("minimax://media/j1-1", "lighthouse.png", null, "image/png", 42L);
        return new ToolResult(new Output(text), text, List.of(link), new Preview("image/jpeg", new byte[] {1, 2, 3}));
    }

    private static Failure failure(String text) {
        return Failure.of(ErrorKind.BALANCE, text, "Top up, then call again with the same request_id.")
                .fromUpstream(1008, "trace-1")
                .onField("prompt");
    }

    private static Toolbox.Tool tool(String name, BiFunction<Input, CallContext, CompletionStage<ToolResult>> code) {
        return new Toolbox.Tool(definition(name), () -> new Fake(name, code));
    }

    private static ToolDefinition definition(String name) {
        ObjectNode schema = json("""
                {"type":"object","properties":{"text":{"type":"string","maxLength":100000,"default":"nothing"}},
                 "additionalProperties":false}""");
        ObjectNode hints = json("""
                {"readOnlyHint":false,"openWorldHint":true}""");
        return new ToolDefinition(name, "Fake: " + name, "Does what its name says.", schema, schema, hints);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private record Fake(String tool, BiFunction<Input, CallContext, CompletionStage<ToolResult>> code)
            implements Capability<Input> {
        @Override
        public Class<Input> input() {
            return Input.class;
        }

        @Override
        public CompletionStage<ToolResult> call(Input input, CallContext context) {
            return code.apply(input, context);
        }
    }
}
