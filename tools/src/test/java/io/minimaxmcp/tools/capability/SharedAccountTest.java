package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants who are known by their tokens and are all in the server's account at MiniMax. */
class SharedAccountTest {
    private static final CallContext ANNA = of(new Tenant("oauth:anna"));
    private static final CallContext BERT = of(new Tenant("oauth:bert"));

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Workbench bench;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ZERO))
                .toCompletableFuture()
                .join();
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL);
    }

    @AfterEach
    void close() {
        bench.close();
        sandbox.close();
    }

    private static CallContext of(Tenant tenant) {
        return new CallContext(
                tenant, false, Duration.ofMinutes(1), ignored -> {}, new Cancellation(), Confirmer.NOBODY);
    }

    @Test
    void aVoiceIsListedForNobodyButWhoMadeIt() {
        String voice = designed();
        speak(voice, ANNA);

        assertThat(call("list_voices", "{'type':'designed'}", ANNA).toString()).contains(voice);
        assertThat(call("list_voices", "{'type':'designed'}", BERT).toString()).doesNotContain(voice);
        assertThat(call("list_voices", "{'type':'system'}", BERT).path("total").asInt())
                .isPositive();
        assertThat(call("list_voices", "{'type':'all'}", Workbench.patient()).toString())
                .as("whose account it is")
                .contains(voice);
    }

    @Test
    void nobodySpeaksWithTheVoiceOfAnother() {
        String voice = designed();

        ErrorKind bert = failure("generate_speech", "{'text':'I owe Bert money.','voice':'" + voice + "'}", BERT);

        assertThat(bert).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(sandbox.taken("/v1/t2a_v2")).isZero();
        assertThat(speak(voice, ANNA)).isEqualTo("succeeded");
        assertThat(speak("English_expressive_narrator", BERT)).isEqualTo("succeeded");
    }

    @Test
    void nobodyDeletesTheVoiceOfAnother() {
        String voice = designed();

        ErrorKind bert = failure("delete_voice", "{'voice':'" + voice + "'}", BERT);

        assertThat(bert).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(call("delete_voice", "{'voice':'" + voice + "'}", ANNA)
                        .path("deleted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void filesOfOthersAreNotThere() {
        ObjectNode clone = arguments("{'name':'Captain_Anna','consent':true}");
        structured("clone_voice", clone.put("audio", new Specimens().dataUri("sample")), ANNA);
        String file = call("list_files", "{'purpose':'voice_clone'}", ANNA)
                .at("/files/0/file_id")
                .asText();
        String asked = "{'file_id':'" + file + "'}";
        String deleted = "{'file_id':'" + file + "','purpose':'voice_clone'}";
        assertThat(file).isNotEmpty();

        assertThat(call("list_files", "{'purpose':'voice_clone'}", BERT).path("files"))
                .isEmpty();
        assertThat(failure("get_file", asked, BERT)).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure("delete_file", deleted, BERT)).isEqualTo(ErrorKind.NOT_FOUND);

        assertThat(call("get_file", asked, ANNA).path("file_id").asText()).isEqualTo(file);
        assertThat(call("delete_file", deleted, ANNA).path("deleted").asBoolean())
                .isTrue();
    }

    @Test
    void aVideoAtMiniMaxIsItsMakersOwn() {
        call("generate_video", "{'prompt':'A lighthouse.','model':'MiniMax-Hailuo-2.3'}", ANNA);
        String asked = "{'file_id':'" + videoOf(ANNA) + "'}";

        assertThat(call("get_file", asked, ANNA).has("url")).isTrue();
        assertThat(failure("get_file", asked, BERT)).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void whatTenantsSpendIsOneBudgetAndNobodyHearsWhatOthersSpent() {
        Usd limit = Usd.of("0.01");
        Budget budget = new Budget(Budget.Mode.ENFORCE, limit, null, null);
        try (Workbench strict =
                new Workbench(folder.resolve("strict"), sandbox.host(), Workbench.Setup.USUAL.with(budget))) {
            strict.call("generate_image", arguments("{'prompt':'A lighthouse.','n':2}"), ANNA);

            Failure bert = strict.failure("generate_image", arguments("{'prompt':'A lighthouse.'}"), BERT);
            Failure anna = strict.failure("generate_image", arguments("{'prompt':'A fox.'}"), ANNA);
            JsonNode status = Json.MAPPER.valueToTree(
                    strict.call("status", arguments("{}"), BERT).structured());

            assertThat(bert.kind()).isEqualTo(ErrorKind.BUDGET);
            assertThat(bert.message())
                    .contains("all users of this server", "you: $0")
                    .doesNotContain("$0.007");
            assertThat(anna.message()).contains("$0.007");
            assertThat(status.at("/spend/spent_today_usd").asDouble()).isZero();
            assertThat(sandbox.taken("/v1/image_generation")).isOne();
        }
    }

    private @Nullable String videoOf(CallContext caller) {
        JobLedger ledger = bench.kit().ledger();
        List<Job> jobs = ledger.list(caller.tenant(), new JobQuery(null, "video", 1, null))
                .toCompletableFuture()
                .join();
        return jobs.get(0).outputs().get(0).fileId();
    }

    private String designed() {
        return call("design_voice", "{'prompt':'a calm old man','preview_text':'Good evening.'}", ANNA)
                .path("voice")
                .asText();
    }

    private String speak(String voice, CallContext caller) {
        return call("generate_speech", "{'text':'Good evening.','voice':'" + voice + "'}", caller)
                .path("status")
                .asText();
    }

    private JsonNode call(String tool, String arguments, CallContext caller) {
        return structured(tool, arguments(arguments), caller);
    }

    private JsonNode structured(String tool, ObjectNode arguments, CallContext caller) {
        return Json.MAPPER.valueToTree(bench.call(tool, arguments, caller).structured());
    }

    private ErrorKind failure(String tool, String arguments, CallContext caller) {
        return bench.failure(tool, arguments(arguments), caller).kind();
    }

    private static ObjectNode arguments(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
