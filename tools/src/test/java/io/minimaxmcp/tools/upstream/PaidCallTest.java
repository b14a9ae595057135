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
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.ScriptedServer.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of money: what is sent again, and what a caller is told when it is not. */
class PaidCallTest {
    private static final String IMAGE = "/v1/image_generation";
    private static final String DONE =
            "{\"id\":\"a\",\"data\":{},\"base_resp\":{\"status_code\":0,\"status_msg\":\"ok\"}}";
    private static final String HTML = "<html><body>Bad <b>Gateway</b> sk-api-verysecretkey12345</body></html>";

    private final ScriptedServer server = new ScriptedServer();
    private final Upstream upstream = new Upstream(Hosts.only(server.uri()));
    private final Upstream.Counting listener = new Upstream.Counting();

    @AfterEach
    void stop() {
        upstream.close();
        server.close();
    }

    static Stream<Arguments> fatesUnknown() {
        return Stream.of(
                arguments("HTTP 500", answer(500, "text/html", HTML)),
                arguments("HTTP 502", answer(502, "text/html", HTML)),
                arguments("HTTP 503 with Retry-After", answer(503, "text/html", HTML, "Retry-After: 1")),
                arguments("HTTP 504", answer(504, "text/plain", "")),
                arguments("HTTP 408", answer(408, "text/plain", "")),
                arguments("HTML with HTTP 200", answer(200, "text/html", HTML)),
                arguments("reset before the answer", reset()),
                arguments("reset after its headers", resetAfterHeaders()),
                arguments("cut-off body", cutOff(500, "{\"data\":")),
                arguments("cut-off JSON", json("{\"data\":{\"image_urls\":[")),
                arguments("empty body", answer(200, "application/json", "")),
                arguments("empty object", json("{}")),
                arguments("1001", code(1001, "timeout")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fatesUnknown")
    void neverRepeatsAPaidCallWhoseFateIsUnknown(String fault, Turn turn) {
        server.on(IMAGE, turn, json(DONE));

        Failure failure = Upstream.failure(upstream.client.call(Tenant.LOCAL, Upstream.image("x"), listener));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(failure.charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.retryAfterS()).isNull();
        assertThat(failure.nextStep()).contains("usage page").contains("request_id");
        assertThat(failure.message()).doesNotContain("<").doesNotContain("verysecret");
        assertThat(server.count(IMAGE)).isEqualTo(1);
        assertThat(listener.left).hasValue(1);
        assertThat(listener.notTaken).hasValue(0);
    }

    @Test
    void neverRepeatsAPaidCallThatWasAnsweredTooLate() {
        Endpoint hasty = new Endpoint(
                "hasty", Endpoint.Method.POST, "/hasty", Lane.IMAGE, Endpoint.Repeat.PAID, Duration.ofSeconds(1));
        server.on(IMAGE, json(DONE)).on("/hasty", server.silence());
        upstream.answer(Upstream.image("all classes are loaded after this"));

        Failure failure = Upstream.failure(
                upstream.client.call(Tenant.LOCAL, Call.post(hasty, Json.MAPPER.createObjectNode()), listener));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
        assertThat(failure.message()).contains("did not answer in time");
        assertThat(server.count("/hasty")).isEqualTo(1);
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                arguments("1002", code(1002, "rate limit")),
                arguments("1039", code(1039, "token limit")),
                arguments("1041", code(1041, "conn limit")),
                arguments("2045", code(2045, "growing too fast")),
                arguments("HTTP 429", answer(429, "text/html", HTML)),
                arguments(
                        "HTTP 429 with a code",
                        answer(
                                429,
                                "application/json",
                                "{\"type\":\"error\",\"error\":{\"message\":\"rate limit (1002)\"}}")),
                arguments("HTTP 529", answer(529, "text/plain", "overloaded")),
                arguments(
                        "HTTP 529 with 1000",
                        answer(529, "application/json", "{\"error\":{\"message\":\"overloaded (1000)\"}}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notTaken")
    void repeatsAPaidCallThatMiniMaxDidNotTake(String refusal, Turn turn) {
        server.on(IMAGE, turn, turn, json(DONE));

        Answer answer = Upstream.get(upstream.client.call(Tenant.LOCAL, Upstream.image("x"), listener));

        assertThat(answer.body().path("id").asText()).isEqualTo("a");
        assertThat(server.count(IMAGE)).isEqualTo(3);
        assertThat(listener.left).hasValue(3);
        assertThat(listener.notTaken).hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notTaken")
    void givesUpInTheEndAndSaysThatItCostNothing(String refusal, Turn turn) {
        server.on(IMAGE, turn);

        Failure failure = Upstream.failure(upstream.client.call(Tenant.LOCAL, Upstream.image("x"), listener));

        assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.retryable()).isTrue();
        assertThat(server.count(IMAGE)).isEqualTo(Patience.QUICK.throttledAttempts());
        assertThat(listener.notTaken).hasValue(Patience.QUICK.throttledAttempts());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("1004", code(1004, "auth"), ErrorKind.AUTH, Charged.NO),
                arguments("2049", code(2049, "invalid api key"), ErrorKind.AUTH, Charged.NO),
                arguments("1008", code(1008, "insufficient balance"), ErrorKind.BALANCE, Charged.NO),
                arguments("1013", code(1013, "internal"), ErrorKind.UPSTREAM, Charged.NO),
                arguments("1000", code(1000, "unknown"), ErrorKind.UPSTREAM, Charged.UNKNOWN),
                arguments("1026", code(1026, "sensitive"), ErrorKind.CONTENT, Charged.NO),
                arguments("1027", code(1027, "sensitive"), ErrorKind.CONTENT, Charged.UNKNOWN),
                arguments("2013", code(2013, "invalid params"), ErrorKind.INVALID_INPUT, Charged.NO),
                arguments("2056", code(2056, "usage limit"), ErrorKind.QUOTA, Charged.NO),
                arguments("2061", code(2061, "not in plan"), ErrorKind.PERMISSION, Charged.NO),
                arguments("unknown code", code(9876, "who knows"), ErrorKind.UPSTREAM, Charged.UNKNOWN),
                arguments(
                        "HTTP 410 with 2153",
                        answer(
                                410,
                                "application/json",
                                "{\"base_resp\":{\"status_code\":2153,\"status_msg\":\"gone\"}}"),
                        ErrorKind.PERMISSION,
                        Charged.NO),
                arguments(
                        "HTTP 400 second generation",
                        answer(
                                400,
                                "application/json",
                                "{\"type\":\"error\",\"error\":{\"type\":\"bad_request_error\",\"message\":\"bad ratio (2013)\",\"http_code\":\"400\"},\"request_id\":\"r1\"}"),
                        ErrorKind.INVALID_INPUT,
                        Charged.NO),
                arguments(
                        "HTTP 402 second generation",
                        answer(
                                402,
                                "application/json",
                                "{\"type\":\"error\",\"error\":{\"message\":\"no money (1008)\"}}"),
                        ErrorKind.BALANCE,
                        Charged.NO),
                arguments("HTTP 401 of a gateway", answer(401, "text/html", HTML), ErrorKind.AUTH, Charged.NO),
                arguments("HTTP 403 of a gateway", answer(403, "text/html", HTML), ErrorKind.PERMISSION, Charged.NO),
                arguments("HTTP 404 of a gateway", answer(404, "text/html", HTML), ErrorKind.NOT_FOUND, Charged.NO),
                arguments("HTTP 413", answer(413, "text/html", HTML), ErrorKind.INVALID_INPUT, Charged.NO),
                arguments("HTTP 418", answer(418, "text/html", HTML), ErrorKind.UPSTREAM, Charged.NO),
                arguments(
                        "HTTP 302",
                        answer(302, "text/html", HTML, "Location: http://127.0.0.1:1/"),
                        ErrorKind.UNAVAILABLE,
                        Charged.NO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void passesARefusalOnAndSendsNothingAgain(String refusal, Turn turn, ErrorKind kind, Charged charged) {
        server.on(IMAGE, turn, json(DONE));

        Failure failure = upstream.failure(Upstream.image("x"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.charged()).isEqualTo(charged);
        assertThat(failure.nextStep()).isNotBlank();
        assertThat(failure.message().length() + failure.nextStep().length()).isLessThan(900);
        assertThat(failure.message()).doesNotContain("<").doesNotContain("verysecret");
        assertThat(server.count(IMAGE)).isEqualTo(1);
    }

    @Test
    void repeatsAPaidCallThatNeverLeftBecauseNobodyListened() throws IOException {
        int freePort;
        try (ServerSocket taken = new ServerSocket(0)) {
            freePort = taken.getLocalPort();
        }
        Upstream nowhere = new Upstream(Hosts.only(URI.create("http://127.0.0.1:" + freePort)));

        Failure failure = Upstream.failure(nowhere.client.call(Tenant.LOCAL, Upstream.image("x"), listener));
        nowhere.close();

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(failure.retryable()).isTrue();
        assertThat(listener.left).as("never written down as sent").hasValue(0);
        assertThat(listener.notTaken).hasValue(0);
    }

    @Test
    void repeatsAPaidCallThatNeverLeftBecauseTheNameWasNotFound() {
        Resolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        Upstream lost = new Upstream(UpstreamConfig.quick(Hosts.DEFAULTS, Upstream.WIDE), nobody, null);

        Failure failure = Upstream.failure(lost.client.call(Tenant.LOCAL, Upstream.image("x"), listener));
        lost.close();

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.message()).contains("name of the MiniMax host");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(listener.left).as("never written down as sent").hasValue(0);
    }

    @Test
    void triesTheNextAddressOfAHostThatDoesNotConnect() {
        server.on(IMAGE, json(DONE));
        Resolver two =
                host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 99}), InetAddress.getLoopbackAddress());
        Upstream upstream = new Upstream(UpstreamConfig.quick(Hosts.only(server.uri()), Upstream.WIDE), two, null);

        Answer answer = upstream.answer(Upstream.image("x"));
        upstream.close();

        assertThat(answer.body().path("id").asText()).isEqualTo("a");
    }

    @Test
    void doesNotSendWhatTheListenerDoesNotLetLeave() {
        server.on(IMAGE, json(DONE));
        AttemptListener refusing = new AttemptListener() {
            @Override
            public CompletionStage<Void> leaving() {
                return ToolException.failed(Failure.of(ErrorKind.CANCELLED, "Cancelled.", "Nothing."));
            }

            @Override
            public CompletionStage<Void> notTaken() {
                throw new AssertionError("nothing had left");
            }
        };

        Failure failure = Upstream.failure(upstream.client.call(Tenant.LOCAL, Upstream.image("x"), refusing));

        assertThat(failure.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(server.count(IMAGE)).isZero();
    }

    @Test
    void leavesTheQueueOfItsLaneWhenItIsGivenUp() {
        server.on(IMAGE, json(DONE));
        var leave = new CompletableFuture<Runnable>();
        AttemptListener waiting = new AttemptListener() {
            @Override
            public void whenGivenUp(Runnable leaving) {
                leave.complete(leaving);
            }

            @Override
            public CompletionStage<Void> leaving() {
                throw new AssertionError("nobody wants it any more");
            }

            @Override
            public CompletionStage<Void> notTaken() {
                throw new AssertionError("nothing had left");
            }
        };
        Map<Lane, Integer> narrow = new HashMap<>(Upstream.WIDE);
        narrow.put(Lane.IMAGE, 1);
        UpstreamConfig config = new UpstreamConfig(Hosts.only(server.uri()), narrow, Patience.QUICK);
        try (Upstream slow = new Upstream(config, Resolver.SYSTEM, null)) {
            slow.answer(Upstream.image("x"));
            CompletionStage<Answer> second = slow.client.call(Tenant.LOCAL, Upstream.image("y"), waiting);
            Upstream.get(leave).run();

            assertThat(second).failsWithin(Duration.ofMinutes(1));
            assertThat(slow.client.waiting()).containsEntry(Lane.IMAGE, 0);
            assertThat(server.count(IMAGE)).isOne();
        }
    }

    @Test
    void waitsAsLongAsMiniMaxAsksBeforeItRepeats() {
        server.on(IMAGE, answer(429, "application/json", "{}", "Retry-After: 1"), json(DONE));

        upstream.answer(Upstream.image("x"));

        List<ScriptedServer.Request> posts = server.requests(IMAGE);
        assertThat(posts).hasSize(2);
        assertThat(posts.get(1).nanos() - posts.get(0).nanos()).isGreaterThan(990_000_000L);
    }

    @Test
    void handsALongRetryAfterToTheCaller() {
        server.on(IMAGE, answer(429, "application/json", "{}", "Retry-After: 3600"));

        Failure failure = upstream.failure(Upstream.image("x"));

        assertThat(failure.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
        assertThat(failure.retryAfterS()).isEqualTo(3600);
        assertThat(server.count(IMAGE)).isEqualTo(1);
    }

    @Test
    void sendsWhatItIsGivenAndNoGroupId() {
        server.on(IMAGE, answer(200, "application/json", DONE, "Trace-Id: t-1"));

        Answer answer = upstream.answer(Upstream.image("a cat"));

        ScriptedServer.Request post = server.requests(IMAGE).get(0);
        assertThat(answer.traceId()).isEqualTo("t-1");
        assertThat(post.target()).isEqualTo(IMAGE);
        assertThat(post.body()).isEqualTo("{\"prompt\":\"a cat\"}");
        assertThat(post.header("authorization")).isEqualTo("Bearer " + Upstream.KEY.value());
        assertThat(post.header("mm-api-source")).isEqualTo("minimax-mcp");
        assertThat(post.header("content-type")).isEqualTo("application/json");
        assertThat(post.header("accept-encoding")).contains("gzip");
        assertThat(post.header("connection")).isEqualTo("close");
    }
}
