package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos made again in 2K, against the sandbox. */
class RegenerationTest {
    private static final String CREATE = "/v2/video_regeneration";

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Workbench bench;
    private ObjectNode first;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ZERO))
                .toCompletableFuture()
                .join();
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL);
        ObjectNode tide = Json.MAPPER.createObjectNode().put("prompt", "The tide.");
        String id = structured(bench.call("generate_video", tide, Workbench.patient()))
                .path("job_id")
                .asText();
        first = Json.MAPPER.createObjectNode().put("job_id", id);
    }

    @AfterEach
    void close() {
        bench.close();
        sandbox.close();
    }

    @Test
    void makesTheSameVideoLargerAndCountsItsPrice() {
        Usd before = spent();

        JsonNode large = structured(bench.call("regenerate_video", first, Workbench.patient()));

        assertThat(large.path("status").asText()).isEqualTo("succeeded");
        assertThat(large.at("/artifacts/0/height").asInt()).isGreaterThan(1_000);
        assertThat(large.has("note")).isFalse();
        assertThat(spent().minus(before)).isEqualTo(Usd.of("0.25"));
        assertThat(sandbox.taken(CREATE)).isOne();
    }

    @Test
    void findsTheTaskOfALostAnswerAmongTheRegenerations() {
        sandbox.faults().next(CREATE, "reset-after");

        ToolResult large = bench.call("regenerate_video", first, Workbench.patient());

        assertThat(structured(large).path("status").asText()).isEqualTo("succeeded");
        assertThat(structured(large).at("/artifacts/0/height").asInt()).isGreaterThan(1_000);
        assertThat(sandbox.requests().count("POST", CREATE)).isOne();
    }

    @Test
    void theSameRequestIdFindsTheFirstOne() {
        first.put("request_id", "large-tide");

        bench.call("regenerate_video", first, Workbench.patient());
        JsonNode again = structured(bench.call("regenerate_video", first, Workbench.patient()));

        assertThat(again.path("deduplicated").asBoolean()).isTrue();
        assertThat(sandbox.requests().count("POST", CREATE)).isOne();
    }

    @Test
    void whoIsNotOnTheWhitelistAndDoesNotWaitHearsWhatToDo() {
        Usd before = spent();
        sandbox.faults().next(CREATE, "2061");

        JsonNode asked = structured(bench.call("regenerate_video", first, CallContext.local(Duration.ZERO)));
        ObjectNode look = Json.MAPPER
                .createObjectNode()
                .put("job_id", asked.path("job_id").asText())
                .put("wait_seconds", 30);
        String end = bench.call("get_job", look, Workbench.patient()).text();

        assertThat(end)
                .contains("only for accounts on its whitelist", "Nothing was charged")
                .contains("Call regenerate_video again with wait_seconds 30");
        assertThat(spent()).isEqualTo(before);
    }

    /** The sandbox's own videos are smaller than what MiniMax takes as a base. */
    @Test
    void aVideoThatMiniMaxDoesNotTakeCostsNothingEither() {
        Usd before = spent();
        sandbox.faults().next(CREATE, "2061");

        Failure failure = bench.failure("regenerate_video", first, Workbench.patient());

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(spent()).isEqualTo(before);
        assertThat(sandbox.requests().count("POST", CREATE)).isEqualTo(2);
        assertThat(sandbox.taken(CREATE)).isZero();
    }

    @Test
    void aJobOfAnotherTenantIsNotThere() {
        CallContext stranger = new CallContext(
                new Tenant("somebody-else"),
                true,
                Duration.ofSeconds(5),
                ignored -> {},
                new Cancellation(),
                Confirmer.NOBODY);

        ErrorKind kind = bench.failure("regenerate_video", first, stranger).kind();

        assertThat(kind).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(sandbox.requests().count("POST", CREATE)).isZero();
    }

    /** What is regenerated is no video of 768P any more. */
    @Test
    void refusesWhatWasRegenerated() {
        JsonNode large = structured(bench.call("regenerate_video", first, Workbench.patient()));

        ErrorKind kind = bench.failure(
                        "regenerate_video",
                        first.deepCopy().put("job_id", large.path("job_id").asText()),
                        Workbench.patient())
                .kind();

        assertThat(kind).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(sandbox.taken(CREATE)).isOne();
    }

    private Usd spent() {
        return bench.kit()
                .ledger()
                .spending(Tenant.LOCAL, Instant.EPOCH)
                .toCompletableFuture()
                .join()
                .settled();
    }

    private static JsonNode structured(ToolResult result) {
        return Json.MAPPER.valueToTree(result.structured());
    }
}
