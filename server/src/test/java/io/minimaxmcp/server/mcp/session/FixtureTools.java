package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Progress;
import io.minimaxmcp.tools.tool.Stages;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** The tools that the conformance suite calls. Most answer what their file says; some ask or tell the client first. */
record FixtureTools(FixtureDocuments documents) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int APART_MS = 50;

    Map<String, Method> all() {
        return Map.of("tools/list", (params, caller) -> Stages.of(documents.list("tools")), "tools/call", this::call);
    }

    private CompletionStage<ObjectNode> call(ObjectNode params, Caller caller) {
        String name = params.path("name").asText();
        JsonNode entry = documents.named(name).orElseThrow(() -> RpcException.invalidParams("Unknown tool: " + name));
        if (entry.has("answer")) {
            return Stages.of(entry.path("answer").deepCopy());
        }
        return switch (name) {
            case "test_tool_with_logging" -> log(caller);
            case "test_tool_with_progress" -> advance(params, caller);
            case "test_sampling" -> sample(params, caller);
            default -> elicit(params, entry.path("form"), caller);
        };
    }

    private static CompletionStage<ObjectNode> log(Caller caller) {
        for (String step : new String[] {"started", "going on", "completed"}) {
            caller.log(LogLevel.INFO, "fixture", TextNode.valueOf("Tool execution " + step));
        }
        return later(said("Tool with logging executed successfully"));
    }

    private static CompletionStage<ObjectNode> advance(ObjectNode params, Caller caller) {
        for (int done : new int[] {0, 50, 100}) {
            caller.context(params, PATIENCE, ForkJoinPool.commonPool())
                    .progress()
                    .accept(new Progress(done, 100, "Completed step " + done + " of 100"));
        }
        return later(said("done"));
    }

    private static CompletionStage<ObjectNode> sample(ObjectNode params, Caller caller) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("maxTokens", 100);
        request.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .set("text", params.at("/arguments/prompt"));
        return caller.ask("sampling/createMessage", request, PATIENCE)
                .thenApply(answer ->
                        said("LLM response: " + answer.at("/content/text").asText()));
    }

    private static CompletionStage<ObjectNode> elicit(ObjectNode params, JsonNode form, Caller caller) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("message", params.at("/arguments/message").asText("Please fill in the form"))
                .set("requestedSchema", form);
        return caller.ask("elicitation/create", request, PATIENCE)
                .thenApply(answer -> said("User response: action="
                        + answer.path("action").asText() + ", content=" + answer.path("content")));
    }

    private static ObjectNode said(String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("content").addObject().put("type", "text").put("text", text);
        return answer;
    }

    /** Clients lose what comes in one piece with the answer. */
    private static CompletionStage<ObjectNode> later(ObjectNode answer) {
        return new CompletableFuture<ObjectNode>().completeOnTimeout(answer, APART_MS, TimeUnit.MILLISECONDS);
    }
}
