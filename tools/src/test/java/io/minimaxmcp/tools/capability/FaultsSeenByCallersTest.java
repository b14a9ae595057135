package io.minimaxmcp.tools.capability;

import static io.minimaxmcp.tools.tool.Charged.NO;
import static io.minimaxmcp.tools.tool.Charged.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Patience;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller sees of each fault on a paid call, and how often MiniMax was really asked. */
class FaultsSeenByCallersTest {
    private static final String IMAGE = "/v1/image_generation";
    /** As often as {@link Patience#QUICK} lets a call knock on a full house. */
    private static final int PATIENT = 4;

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.start(SandboxOptions.defaults()).toCompletableFuture().join();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    /** Marker, code, charged, retryable, what the next step tells, POSTs. */
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("http-500", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("http-502", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("http-504", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("html", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("reset-before", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("reset-after", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("breaks-off", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("truncated", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("empty", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("1001", ErrorKind.UNKNOWN_OUTCOME, UNKNOWN, false, "new request_id", 1),
                arguments("http-429", ErrorKind.RATE_LIMITED, NO, true, "in a minute", PATIENT),
                arguments("http-529", ErrorKind.RATE_LIMITED, NO, true, "in a minute", PATIENT),
                arguments("http-429 retry-after=60", ErrorKind.RATE_LIMITED, NO, true, "", 1),
                arguments("1002", ErrorKind.RATE_LIMITED, NO, true, "in a minute", PATIENT),
                arguments("1000", ErrorKind.UPSTREAM, UNKNOWN, true, "usage page", 1),
                arguments("1033", ErrorKind.UPSTREAM, NO, true, "in a minute", 1),
                arguments("1004", ErrorKind.AUTH, NO, false, "MINIMAX_API_KEY", 1),
                arguments("2049", ErrorKind.AUTH, NO, false, "MINIMAX_API_KEY", 1),
                arguments("1008", ErrorKind.BALANCE, NO, false, "Top up", 1),
                arguments("1026", ErrorKind.CONTENT, NO, false, "Rephrase", 1),
                arguments("1027", ErrorKind.CONTENT, UNKNOWN, false, "Rephrase", 1),
                arguments("2013", ErrorKind.INVALID_INPUT, NO, false, "Change the arguments", 1),
                arguments("4321", ErrorKind.UPSTREAM, UNKNOWN, false, "support", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isToldTruthfullyAndNothingIsPaidTwice(
            String marker, ErrorKind code, Charged charged, boolean retryable, String nextStep, int posts) {
        ObjectNode arguments = asking("generate_image", marker, null);
        long before = posts(IMAGE);
        try (Workbench bench = bench(Patience.QUICK)) {
            Failure failure = bench.failure("generate_image", arguments, Workbench.patient());

            assertThat(failure.kind()).isEqualTo(code);
            assertThat(failure.charged()).isEqualTo(charged);
            assertThat(failure.retryable()).isEqualTo(retryable);
            assertThat(failure.nextStep()).contains(nextStep);
            assertThat(failure.upstreamCode()).isEqualTo(marker.matches("\\d+") ? Integer.valueOf(marker) : null);
            assertThat(failure.jobId()).isNotNull();
            assertThat(failure.message()).doesNotContain("<", "nginx");
            assertThat(posts(IMAGE) - before).isEqualTo(posts);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theSameRequestIdNeverPaysForWhatMayHaveBeenMade(
            String marker, ErrorKind code, Charged charged, boolean retryable, String nextStep, int posts) {
        ObjectNode arguments = asking("generate_image", marker + " once", "r-1");
        try (Workbench bench = bench(Patience.QUICK)) {
            bench.calling("generate_image", arguments, Workbench.patient())
                    .exceptionally(failed -> null)
                    .join();
            long taken = sandbox.taken(IMAGE);
            long before = posts(IMAGE);

            bench.calling("generate_image", arguments, Workbench.patient())
                    .exceptionally(failed -> null)
                    .join();

            if (charged == UNKNOWN) {
                assertThat(posts(IMAGE)).isEqualTo(before);
                assertThat(sandbox.taken(IMAGE)).isEqualTo(taken);
            }
            assertThat(posts(IMAGE) - before).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void waitsForASlowAnswerAndTakesIt() {
        try (Workbench bench = bench(Patience.QUICK)) {
            JsonNode result = Json.MAPPER.valueToTree(
                    bench.call("generate_image", asking("generate_image", "slow=1", null), Workbench.patient())
                            .structured());

            assertThat(result.path("status").asText()).isEqualTo("succeeded");
        }
    }

    @Test
    void givesUpOnAnAnswerThatIsTooSlowAndSaysThatItMayHaveBeenMade() {
        long before = posts(IMAGE);
        try (Workbench bench = bench(Patience.QUICK.timeoutsTimes(0.005))) {
            Failure failure =
                    bench.failure("generate_image", asking("generate_image", "slow=20", null), Workbench.patient());

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
            assertThat(failure.charged()).isEqualTo(UNKNOWN);
            assertThat(posts(IMAGE) - before).isEqualTo(1);
        }
    }

    @Test
    void tellsHowLongToWaitWhenMiniMaxSaysSo() {
        try (Workbench bench = bench(Patience.QUICK)) {
            Failure failure = bench.failure(
                    "generate_image", asking("generate_image", "http-429 retry-after=60", null), Workbench.patient());

            assertThat(failure.retryAfterS()).isEqualTo(60);
        }
    }

    @Test
    void asksNoMoreForAProductThatMiniMaxHasClosed() {
        String music = "/v1/music_generation";
        try (Workbench bench = bench(Patience.QUICK)) {
            Failure first =
                    bench.failure("generate_music", asking("generate_music", "2153", null), Workbench.patient());
            long before = sandbox.requests().count("POST", music);

            Failure second = bench.failure(
                    "generate_music", asking("generate_music", "slow=0", "r-closed"), Workbench.patient());
            ToolResult dryRun = bench.call(
                    "generate_music",
                    asking("generate_music", "slow=0", null).put("dry_run", true),
                    Workbench.patient());

            assertThat(first.nextStep()).contains("left out of its list of tools from now on");
            assertThat(second.message()).contains("closed for this account", "nothing was sent");
            assertThat(second.upstreamCode()).isEqualTo(2153);
            assertThat(second.charged()).isEqualTo(NO);
            assertThat(dryRun.text()).startsWith("Dry run");
            assertThat(sandbox.requests().count("POST", music)).isEqualTo(before);
        }
    }

    static Stream<Arguments> paidTools() {
        List<Arguments> tools = List.of(
                arguments("generate_image", IMAGE),
                arguments("generate_video", "/v1/video_generation"),
                arguments("generate_speech", "/v1/t2a_v2"),
                arguments("generate_music", "/v1/music_generation"),
                arguments("write_lyrics", "/v1/lyrics_generation"),
                arguments("clone_voice", "/v1/voice_clone"),
                arguments("design_voice", "/v1/voice_design"));
        assertThat(tools)
                .hasSameSizeAs(Capabilities.ALL.stream()
                        .filter(Entry::paid)
                        // Two have no words to put a marker into; what H3 has taken is found in its list.
                        .filter(entry -> !Set.of("transcribe_speech", "regenerate_video", "enhance_prompt")
                                .contains(entry.tool()))
                        .toList());
        return tools.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paidTools")
    void noPaidToolRepeatsAPostWhoseFateIsUnknown(String tool, String path) {
        for (String marker : List.of("http-503", "reset-after", "truncated")) {
            long before = posts(path);
            try (Workbench bench = bench(Patience.QUICK)) {
                Failure failure = bench.failure(tool, asking(tool, marker, null), Workbench.patient());

                assertThat(failure.kind()).as(marker).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
                assertThat(failure.charged()).as(marker).isEqualTo(UNKNOWN);
                assertThat(posts(path) - before).as(marker).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paidTools")
    void everyPaidToolPassesARefusalOnAndRepeatsWhatWasNotTaken(String tool, String path) {
        long before = posts(path);
        try (Workbench bench = bench(Patience.QUICK)) {
            Failure refused = bench.failure(tool, asking(tool, "1008", null), Workbench.patient());
            Failure busy = bench.failure(tool, asking(tool, "1002", null), Workbench.patient());

            assertThat(refused.kind()).isEqualTo(ErrorKind.BALANCE);
            assertThat(busy.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
            assertThat(posts(path) - before).isEqualTo(1 + PATIENT);
        }
    }

    @Test
    void whereNobodyListensNothingWasSentAndNothingCharged() {
        try (Workbench bench =
                new Workbench(folder.resolve("nobody"), URI.create("http://127.0.0.1:1"), Workbench.Setup.USUAL)) {
            Failure failure =
                    bench.failure("generate_image", asking("generate_image", "1008", null), Workbench.patient());

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.charged()).isEqualTo(NO);
            assertThat(failure.retryable()).isTrue();
        }
    }

    private Workbench bench(Patience patience) {
        return new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL.with(patience));
    }

    private static long posts(String path) {
        return sandbox.requests().count("POST", path);
    }

    private static ObjectNode asking(String tool, String marker, @Nullable String requestId) {
        String words = "A word [[sandbox:" + marker + "]]";
        ObjectNode arguments = Json.MAPPER.createObjectNode();
        switch (tool) {
            case "generate_speech" -> arguments.put("text", words);
            case "generate_music" -> arguments.put("prompt", words).put("instrumental", true);
            case "clone_voice" ->
                arguments
                        .put("audio", new Specimens().dataUri("sample"))
                        .put("name", "Captain_" + Integer.toUnsignedString(marker.hashCode()))
                        .put("consent", true)
                        .put("preview_text", words);
            case "design_voice" -> arguments.put("prompt", words).put("preview_text", "Ahoy.");
            case "generate_video" -> arguments.put("prompt", words).put("model", "MiniMax-Hailuo-2.3");
            default -> arguments.put("prompt", words);
        }
        if (requestId != null) {
            arguments.put("request_id", requestId + marker);
        }
        return arguments;
    }
}
