package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.ScriptedServer.answer;
import static io.minimaxmcp.tools.upstream.ScriptedServer.code;
import static io.minimaxmcp.tools.upstream.ScriptedServer.cutOff;
import static io.minimaxmcp.tools.upstream.ScriptedServer.json;
import static io.minimaxmcp.tools.upstream.ScriptedServer.reset;
import static io.minimaxmcp.tools.upstream.ScriptedServer.resetAfterHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.ScriptedServer.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that cost nothing: repeated more freely, in both generations of the API. */
class FreeCallTest {
    private static final String QUERY = "/v1/query/video_generation";
    private static final Call LOOK = Call.get(Endpoints.QUERY_VIDEO, Map.of("task_id", "1"));
    private static final String DONE =
            "{\"task_id\":\"1\",\"status\":\"Success\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}";

    private final ScriptedServer server = new ScriptedServer();
    private final Upstream upstream = new Upstream(Hosts.only(server.uri()));

    @AfterEach
    void stop() {
        upstream.close();
        server.close();
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                arguments("HTTP 500", answer(500, "text/html", "<html>")),
                arguments("HTTP 503", answer(503, "text/html", "<html>")),
                arguments("HTTP 429", answer(429, "text/html", "<html>")),
                arguments("reset before the answer", reset()),
                arguments("reset after its headers", resetAfterHeaders()),
                arguments("cut-off body", cutOff(500, "{")),
                arguments("HTML", answer(200, "text/html", "<html>")),
                arguments("empty body", answer(200, "application/json", "")),
                arguments("1000", code(1000, "unknown")),
                arguments("1001", code(1001, "timeout")),
                arguments("1002", code(1002, "rate limit")),
                arguments("1013", code(1013, "internal")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void repeatsAFreeCallOnAPassingFault(String fault, Turn turn) {
        server.on(QUERY, turn, turn, json(DONE));

        Answer answer = upstream.answer(LOOK);

        assertThat(answer.body().path("status").asText()).isEqualTo("Success");
        assertThat(server.count(QUERY)).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void saysThatAFreeCallCostNothingWhenItGivesUp(String fault, Turn turn) {
        server.on(QUERY, turn);

        Failure failure = upstream.failure(LOOK);

        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.kind()).isNotEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(server.count(QUERY)).isEqualTo(4);
    }

    @Test
    void neverRepeatsADeletionThatMayHaveArrived() {
        server.on("/v2/video_generation/77", reset(), json("{\"action\":\"deleted\"}"));

        Failure failure = upstream.failure(Call.at(Endpoints.DELETE_VIDEO_V2, Map.of("task_id", "77")));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(server.requests("/v2/video_generation/77"))
                .singleElement()
                .satisfies(request -> assertThat(request.method()).isEqualTo("DELETE"));
    }

    @Test
    void takesAFailedTaskForAnAnswerAndNotForAFailedQuery() {
        server.on(
                QUERY,
                json(
                        "{\"task_id\":\"1\",\"status\":\"Fail\",\"base_resp\":{\"status_code\":1027,\"status_msg\":\"x\"}}"));

        Answer answer = upstream.answer(LOOK);

        assertThat(answer.body().path("base_resp").path("status_code").asInt()).isEqualTo(1027);
    }

    @Test
    void readsTheSecondGeneration() {
        server.on(
                        "/v2/query/video_generation/9",
                        json(
                                "{\"task\":{\"id\":\"9\",\"status\":\"failed\",\"error\":{\"code\":\"1026\",\"message\":\"m\"}}}"))
                .on(
                        "/v2/query/video_generation/10",
                        answer(
                                400,
                                "application/json",
                                "{\"type\":\"error\",\"error\":{\"type\":\"bad_request_error\",\"message\":\"invalid task_id (2013)\",\"http_code\":\"400\"},\"request_id\":\"r-7\"}"));

        Answer answer = upstream.answer(Call.at(Endpoints.QUERY_VIDEO_V2, Map.of("task_id", "9")));
        Failure failure = upstream.failure(Call.at(Endpoints.QUERY_VIDEO_V2, Map.of("task_id", "10")));

        assertThat(answer.body().path("task").path("status").asText()).isEqualTo("failed");
        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.upstreamCode()).isEqualTo(2013);
        assertThat(failure.traceId()).isEqualTo("r-7");
        assertThat(failure.message()).endsWith("(MiniMax: invalid task_id).");
    }

    @Test
    void fillsPathsAndQueriesWithoutEverSendingAnEmptyParameter() {
        server.on("/v2/query/video_generation/a%2Fb%20c", json("{\"task\":{}}")).on("/v1/files/list", json(DONE));

        upstream.answer(Call.at(Endpoints.QUERY_VIDEO_V2, Map.of("task_id", "a/b c")));
        upstream.answer(Call.get(Endpoints.LIST_FILES, Map.of("purpose", "voice clone", "GroupId", "")));

        assertThat(server.requests("/v1/files/list"))
                .singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("/v1/files/list?purpose=voice%20clone"));
    }

    @Test
    void streamsAnUploadFromDisk(@TempDir Path folder) throws IOException {
        Path sample = Files.writeString(folder.resolve("sample.wav"), "RIFF-and-so-on");
        server.on(
                "/v1/files/upload", json("{\"file\":{\"file_id\":176844028768320},\"base_resp\":{\"status_code\":0}}"));

        Answer answer = upstream.answer(
                Call.upload(Endpoints.UPLOAD_FILE, Upload.of("voice_clone", "sample.wav", "audio/wav", sample)));

        ScriptedServer.Request post = server.requests("/v1/files/upload").get(0);
        assertThat(answer.body().path("file").path("file_id").asLong()).isEqualTo(176844028768320L);
        assertThat(post.header("content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(post.body())
                .contains("name=\"purpose\"")
                .contains("voice_clone")
                .contains("name=\"file\"; filename=\"sample.wav\"")
                .contains("audio/wav")
                .contains("RIFF-and-so-on");
    }

    @Test
    void understandsGzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(DONE.getBytes(StandardCharsets.UTF_8));
        }
        server.on(QUERY, (request, socket) -> {
            ScriptedServer.head(socket, 200, "Content-Encoding: gzip", "Content-Length: " + zipped.size());
            socket.getOutputStream().write(zipped.toByteArray());
        });

        Answer answer = upstream.answer(LOOK);

        assertThat(answer.body().path("task_id").asText()).isEqualTo("1");
    }

    @Test
    void refusesAnAnswerThatNeverEnds() {
        byte[] megabyte = new byte[1024 * 1024];
        Turn endless = (request, socket) -> {
            ScriptedServer.head(socket, 200, "Content-Type: application/json", "Transfer-Encoding: chunked");
            OutputStream out = socket.getOutputStream();
            while (true) {
                out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(megabyte);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        server.on("/v2/video_generation/1", endless);

        Failure failure = upstream.failure(Call.at(Endpoints.DELETE_VIDEO_V2, Map.of("task_id", "1")));

        assertThat(failure.message()).contains("too large");
    }

    @Test
    void answersManyCallsAtOnce() {
        server.on("/v1/get_voice", json("{\"base_resp\":{\"status_code\":0}}"));
        Call call = Call.post(Endpoints.GET_VOICE, Json.MAPPER.createObjectNode());

        List<CompletionStage<Answer>> calls = IntStream.range(0, 200)
                .mapToObj(any -> upstream.client.call(Tenant.LOCAL, call))
                .toList();
        calls.forEach(Upstream::get);

        assertThat(server.count("/v1/get_voice")).isEqualTo(200);
    }

    @Test
    void stopsAskingAHostThatFailsAgainAndAgain() {
        Patience firm = new Patience(1, 1, 1, Patience.QUICK.total(), Patience.QUICK.longestRetryAfter(), 1);
        server.on(QUERY, answer(500, "text/html", "<html>"));
        Upstream stubborn = new Upstream(Hosts.only(server.uri()), firm);

        for (int call = 0; call < 10; call++) {
            stubborn.failure(LOOK);
        }
        Failure failure = stubborn.failure(LOOK);
        Failure elsewhere = stubborn.failure(Upstream.image("another lane"));
        stubborn.close();

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.retryAfterS()).isBetween(0L, 15L);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(server.count(QUERY)).isLessThanOrEqualTo(10);
        assertThat(elsewhere.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void doesNotBlameTheHostForRefusals() {
        server.on(QUERY, code(2013, "invalid"));

        for (int call = 0; call < 20; call++) {
            upstream.failure(LOOK);
        }

        assertThat(server.count(QUERY)).isEqualTo(20);
    }

    @Test
    void refusesCallsOnceItIsClosed() {
        upstream.client.close();

        Failure failure = upstream.failure(LOOK);

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }
}
