package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.FakeMissingTools;
import io.minimaxmcp.server.conformance.FixtureDocuments;
import io.minimaxmcp.server.mcp.ProgressReports;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcException;
import io.minimaxmcp.tools.tool.Progress;
import io.minimaxmcp.tools.tool.Stages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The tools and prompts that the conformance suite uses at revision 2026-07-28. */
record FixtureCalls(
        FixtureDocuments tools,
        FixtureDocuments prompts,
        FixtureRounds rounds,
        FixtureTasks tasks,
        FakeMissingTools missing,
        TaskJson json) {
    private static final int APART_MS = 50;
    private static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

    Map<String, Method> all() {
        return Map.of(
                "tools/list",
                Caching.FIXED.hints(call -> Stages.of(tools.list("tools"))),
                "tools/call",
                this::call,
                "prompts/list",
                Caching.FIXED.hints(call -> Stages.of(prompts.list("prompts"))),
                "prompts/get",
                this::prompt,
                "completion/complete",
                call -> Stages.of(completion()));
    }

    private CompletionStage<ObjectNode> call(Call call) {
        String name = call.params().path("name").asText();
        JsonNode entry = tools.named(name).orElseThrow(() -> RpcException.invalidParams("Unknown tool: " + name));
        if (entry.has("answer")) {
            return Stages.of(entry.path("answer").deepCopy());
        }
        if (entry.has("rounds")) {
            Optional<ObjectNode> question = rounds.question(entry, call);
            if (question.isPresent() || !entry.has("task")) {
                return Stages.of(
                        question.orElseGet(() -> said(entry.path("said").asText())));
            }
        }
        return entry.has("task") ? begin(name, entry, call) : special(name, call);
    }

    private CompletionStage<ObjectNode> begin(String name, JsonNode entry, Call call) {
        JsonNode arguments = call.params().path("arguments");
        int seconds = arguments.path("seconds").asInt(1);
        if (name.equals("slow_compute")
                && (seconds == 0 || !call.meta().capabilities().hasExtension(TaskMethods.EXTENSION))) {
            return Stages.of(said("Computed " + arguments.path("label").asText()));
        }
        call.meta().capabilities().requireExtension(TaskMethods.EXTENSION);
        TaskState task = entry.has("asks")
                ? tasks.asking(entry.path("asks").deepCopy(), new TaskState.Completed(said("It was answered")))
                : tasks.ending(outcome(name, call), Duration.ofSeconds(seconds));
        return Stages.of(json.created(task));
    }

    private static TaskState.Outcome outcome(String name, Call call) {
        return switch (name) {
            case "protocol_error_job" ->
                new TaskState.Failed(RpcError.of(RpcError.INTERNAL, "The task fails, as it should"));
            case "failing_job" -> new TaskState.Completed(said("The tool fails").put("isError", true));
            case "test_tool_with_task" ->
                new TaskState.Completed(said("Done for "
                        + call.params()
                                .at("/inputResponses/user_name/content/name")
                                .asText()));
            default ->
                new TaskState.Completed(
                        said("Computed " + call.params().at("/arguments/label").asText()));
        };
    }

    private CompletionStage<ObjectNode> special(String name, Call call) {
        switch (name) {
            case "greet" -> {
                String who = call.params().at("/arguments/name").asText();
                return Stages.of(said("Hello, " + who + "!"));
            }
            case "test_trigger_tool_change" -> missing.put(call.tenant(), Set.of());
            case "test_missing_capability" -> requireSampling(call);
            case "test_streaming_elicitation", "test_tool_with_progress" -> advance(call);
            case "test_logging_tool", "test_tool_with_logging" -> log(call);
            default -> {
                // Nothing but the answer is asked for.
            }
        }
        return new CompletableFuture<ObjectNode>().completeOnTimeout(said("Done"), APART_MS, TimeUnit.MILLISECONDS);
    }

    private static void requireSampling(Call call) {
        if (!call.meta().capabilities().stated().has("sampling")) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.putObject("requiredCapabilities").putObject("sampling");
            throw new RpcException(new RpcError(RpcError.MISSING_CAPABILITY, "The client must sample", data));
        }
    }

    private static void advance(Call call) {
        for (int done : new int[] {0, 50, 100}) {
            ProgressReports.of(call.params(), news -> call.stream().tellIfRoom("notifications/progress", news))
                    .accept(new Progress(done, 100, "Completed step " + done + " of 100"));
        }
    }

    private static void log(Call call) {
        if (call.params().path("_meta").has(LOG_LEVEL)) {
            call.stream()
                    .tell(
                            "notifications/message",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("level", "info")
                                    .put("logger", "fixture")
                                    .put("data", "The tool is called"));
        }
    }

    private CompletionStage<ObjectNode> prompt(Call call) {
        String name = call.params().path("name").asText();
        Optional<ObjectNode> question = prompts.named(name).flatMap(entry -> rounds.question(entry, call));
        return Stages.of(question.or(() -> prompts.prompt(name, call.params().path("arguments")))
                .orElseThrow(() -> RpcException.invalidParams("Unknown prompt: " + name)));
    }

    private static ObjectNode completion() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("completion").put("hasMore", false).putArray("values").add("paris");
        return answer;
    }

    private static ObjectNode said(String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("content").addObject().put("type", "text").put("text", text);
        return answer;
    }
}
