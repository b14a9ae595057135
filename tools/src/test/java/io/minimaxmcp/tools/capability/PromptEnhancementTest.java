package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Spending;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts written out by H3, against the sandbox: what is reserved for them, and what they are settled at. */
class PromptEnhancementTest {
    private static final String CREATE = "/v2/h3_context_ir";

    @TempDir
    private Path folder;

    @Test
    void isSettledByTheTokensThatItTook() {
        try (Sandbox sandbox = sandbox(Duration.ZERO);
                Workbench bench = bench(sandbox)) {
            JsonNode done = enhance(bench, "The tide comes in.", Workbench.patient());

            Spending spent = spent(bench);
            assertThat(done.path("text").asText()).contains("The tide comes in.");
            assertThat(done.path("note").asText()).startsWith("MiniMax bills 5 tokens read and 13 written");
            assertThat(spent.settled()).isEqualTo(Usd.of("0.000052"));
            assertThat(spent.reserved()).isEqualTo(Usd.ZERO);
        }
    }

    @Test
    void theMostIsReservedWhileItRuns() {
        try (Sandbox sandbox = sandbox(Duration.ofHours(1));
                Workbench bench = bench(sandbox)) {
            JsonNode running = enhance(bench, "The tide comes in.", CallContext.local(Duration.ZERO));

            assertThat(running.path("status").asText()).isIn("queued", "running");
            assertThat(spent(bench).reserved()).isEqualTo(Usd.of("0.234"));
        }
    }

    @Test
    void findsTheTaskOfALostAnswerAmongThePrompts() {
        try (Sandbox sandbox = sandbox(Duration.ZERO);
                Workbench bench = bench(sandbox)) {
            JsonNode done = enhance(bench, "The tide [[sandbox:reset-after once]]", Workbench.patient());

            assertThat(done.path("status").asText()).isEqualTo("succeeded");
            assertThat(sandbox.requests().count("POST", CREATE)).isOne();
        }
    }

    private Workbench bench(Sandbox sandbox) {
        return new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL);
    }

    private static Sandbox sandbox(Duration taskTime) {
        return Sandbox.start(SandboxOptions.defaults().withTaskTime(taskTime))
                .toCompletableFuture()
                .join();
    }

    private static JsonNode enhance(Workbench bench, String prompt, CallContext context) {
        ObjectNode arguments = Json.MAPPER.createObjectNode().put("prompt", prompt);
        return Json.MAPPER.valueToTree(
                bench.call("enhance_prompt", arguments, context).structured());
    }

    private static Spending spent(Workbench bench) {
        return bench.kit()
                .ledger()
                .spending(Tenant.LOCAL, Instant.EPOCH)
                .toCompletableFuture()
                .join();
    }
}
