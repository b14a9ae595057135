package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Secret;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the door, one by one. */
class GuardTest {
    private static final String TOKEN = "a-token-of-more-than-16";

    private final HttpPeer peer = new HttpPeer(
            HttpLimits.DEFAULT, Optional.of(new Secret(TOKEN)), List.of("localhost", "https://app.example"));

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/sse", "/message", "/health/live", "/health/ready", "/nothing"})
    void doesNotAnswerToANameThatIsNotOurs(String path) {
        String answer = peer.raw("GET " + path + " HTTP/1.1\r\nHost: rebound.example:80\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421").contains("\"jsonrpc\":\"2.0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/sse", "/message", "/health/live", "/health/ready", "/nothing"})
    void doesNotAnswerPagesOfOthers(String path) {
        HttpResponse<String> answer = peer.send(
                peer.to(path).header("Origin", "https://evil.example").header("Authorization", "Bearer " + TOKEN));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://localhost.evil.example",
                "https://app.example.evil.example",
                "http://app.example",
                "https://app.example:8443",
                "file://",
            })
    void isNotFooledByOriginsThatLookLikeOurs(String origin) {
        HttpResponse<String> answer = peer.send(peer.to("/health/live").header("Origin", origin));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/mcp, cross-site",
        "/sse, cross-site",
        "/sse, same-site",
        "/health/live, cross-site",
        "/metrics, cross-site",
        "/nothing, cross-site",
    })
    void letsNoPageOfAnotherPlaceAskWithoutAnOrigin(String path, String site) {
        HttpResponse<String> answer =
                peer.send(peer.to(path).header("Sec-Fetch-Site", site).header("Authorization", "Bearer " + TOKEN));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(peer.server.sessions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/health/live, 200", "/health/ready, 200", "/mcp, 421", "/sse, 421"})
    void tellsItsHealthToThisMachineUnderWhateverNameClientsKnowIt(String path, int status) {
        String answer = peer.raw("GET " + path + " HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "localhost", "::1", "[::1]", "::ffff:127.0.0.1", "0:0:0:0:0:0:0:1"})
    void needsNoTokenForThisMachineAlone(String host) {
        assertThat(listening(host).isOpenToAnybody()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0", "::", "[::]", "::0", "192.0.2.7", "[2001:db8::1]", "name.invalid"})
    void needsATokenForEverywhereElse(String host) {
        assertThat(listening(host).isOpenToAnybody()).isTrue();
    }

    private static HttpSettings listening(String host) {
        return new HttpSettings(host, 0, Optional.empty(), List.of(), List.of(), HttpLimits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:5173, false", "https://app.example, true"})
    void letsOnlyPagesOfAWholeOriginRead(String origin, boolean reads) {
        HttpResponse<String> answer = peer.send(peer.to("/health/live").header("Origin", origin));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                .isEqualTo(reads);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .matches(reads ? ".*Mcp-Session-Id.*WWW-Authenticate.*" : "");
    }

    @Test
    void hasNoCacheMixUpWhatPagesMayRead() {
        assertThat(peer.send(peer.to("/health/live")).headers().firstValue("Vary"))
                .hasValue("Origin");
    }

    @Test
    void answersAPreflightWithoutAToken() {
        String answer = peer.raw("OPTIONS /mcp HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example"
                + "\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Origin: https://app.example")
                .contains("Access-Control-Allow-Methods");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer a-token-of-more-than-17",
                "Bearer a-token-of-more-than-1",
                "Basic a-token-of-more-than-16",
                "a-token-of-more-than-16",
            })
    void letsNobodyInWithoutTheToken(String authorization) {
        HttpRequest.Builder request = peer.post("", HttpPeer.INITIALIZE);
        HttpResponse<String> answer =
                peer.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(peer.server.sessions()).isZero();
    }

    @Test
    void letsInWhoeverShowsTheToken() {
        HttpResponse<String> answer =
                peer.send(peer.post("", HttpPeer.INITIALIZE).header("Authorization", "Bearer " + TOKEN));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void tellsItsHealthToAnybodyOnAGoodWay(String path) {
        assertThat(peer.send(peer.to(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToListenToTheNetworkWithoutAToken() {
        HttpSettings open = new HttpSettings("0.0.0.0", 0, Optional.empty(), List.of(), List.of(), HttpLimits.DEFAULT);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

        assertThatThrownBy(() -> new HttpServer(
                        open,
                        key -> Tenant.LOCAL,
                        (tenant, wire) -> {
                            throw new AssertionError("nobody comes");
                        },
                        (tenant, wire) -> {
                            throw new AssertionError("nobody comes");
                        },
                        InstantSource.system(),
                        timer))
                .isInstanceOf(IllegalArgumentException.class);
        timer.shutdownNow();
    }

    @Test
    void refusesABodyThatIsTooLongBeforeReadingIt() {
        String answer = peer.raw("POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"jsonrpc\"");
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() {
        byte[] large = new byte[HttpLimits.DEFAULT.bodyBytes() + 1];
        HttpRequest.Builder request = authorized("application/json");

        HttpResponse<String> answer =
                peer.send(request.POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", "nonsense", "{}"})
    void answersWhatIsNoMessageWithAJsonRpcError(String body) {
        HttpResponse<String> answer = peer.send(authorized("application/json").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isNegative();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void refusesJsonThatIsNestedTooDeep() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}}";

        HttpResponse<String> answer = peer.send(authorized("application/json").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{},", "0,", "[],", "{\"\":0},"})
    void refusesJsonOfMillionsOfTinyParts(String part) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":["
                + part.repeat(8_000_000 / part.length()) + "0]}}";

        HttpResponse<String> answer = peer.send(authorized("application/json").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void takesNoBodyThatAPageMaySendWithoutAsking(String type) {
        HttpResponse<String> answer = peer.send(authorized(type).POST(BodyPublishers.ofString(HttpPeer.INITIALIZE)));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesAHeadThatIsTooLong() {
        String answer = peer.raw("GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-Bomb: " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").doesNotContain("Exception");
    }

    @Test
    void putsNothingOfARequestIntoAHeader() {
        String split = "%0d%0aSet-Cookie:%20stolen=1";
        String answer =
                peer.raw("GET /mcp" + split + "?" + split + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + TOKEN + "\r\nMcp-Session-Id: stolen=1\r\nLast-Event-ID: stolen=1\r\nOrigin: http://localhost"
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Set-Cookie").doesNotContain("stolen=1");
    }

    @Test
    void refusesAKeyThatIsNone() {
        String answer = peer.raw("POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nX-MiniMax-Api-Key: two words\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("two words");
    }

    private HttpRequest.Builder authorized(String type) {
        return peer.to("/mcp").header("Authorization", "Bearer " + TOKEN).header("Content-Type", type);
    }
}
