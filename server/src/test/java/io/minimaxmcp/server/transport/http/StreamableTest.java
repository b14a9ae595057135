package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.call;
import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /mcp} does, request by request. */
class StreamableTest {
    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void answersTheHandshakeWithASessionId() {
        HttpResponse<String> answer = peer.send(peer.post("", HttpPeer.INITIALIZE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Mcp-Session-Id").orElseThrow()).hasSize(32);
        assertThat(json(answer.body()).at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
    }

    @Test
    void keepsNoSessionOfAHandshakeThatFailed() {
        HttpResponse<String> answer =
                peer.send(peer.post("", "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':7}}"));

        assertThat(json(answer.body()).has("error")).isTrue();
        assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(peer.server.sessions()).isZero();
    }

    @Test
    void answersACallOnAStreamWhoseHeadIsThereBeforeTheAnswer() {
        String session = peer.session();

        try (EventReader stream = peer.listen(peer.post(session, call(1, "hold", "a")))) {
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.response().headers().firstValue("X-Accel-Buffering"))
                    .hasValue("no");
            assertThat(stream.next().path("method").asText()).isEqualTo("notifications/progress");
            peer.tools.release("a");
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("a");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void answersWithOneDocumentWhereTheClientReadsNoStreams() {
        String session = peer.session();

        HttpResponse<String> answer =
                peer.send(peer.post(session, call(1, "echo", "a")).setHeader("Accept", "application/json"));

        assertThat(json(answer.body()).at("/result/structuredContent/text").asText())
                .isEqualTo("a");
    }

    @Test
    void answersWithOneDocumentWhereTheAnswerComesAtOnce() {
        String session = peer.session();

        // Where the machine is busy, few answers come at once.
        boolean document = IntStream.range(0, 1_000)
                .mapToObj(id -> peer.send(peer.post(session, "{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}")))
                .anyMatch(
                        answer -> answer.headers().firstValue("Content-Type").equals(Optional.of("application/json")));

        assertThat(document).isTrue();
    }

    @Test
    void showsThatTheConnectionLivesWhileThereIsNothingToTell() {
        String session = peer.session();

        try (EventReader stream = peer.listen(peer.post(session, call(1, "slow", "2000")))) {
            assertThat(stream.line()).isEqualTo(":");
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("2000");
        }
    }

    @Test
    void carriesManyCallsOfOneSessionAtATimeEachOnItsOwnStream() {
        String session = peer.session();

        try (EventReader first = peer.listen(peer.post(session, call(1, "hold", "a")));
                EventReader second = peer.listen(peer.post(session, call(2, "hold", "b")))) {
            assertThat(first.next().at("/params/progressToken").asInt()).isEqualTo(1);
            assertThat(second.next().at("/params/progressToken").asInt()).isEqualTo(2);
            peer.tools.release("b");
            peer.tools.release("a");
            assertThat(second.next().path("id").asInt()).isEqualTo(2);
            assertThat(first.next().path("id").asInt()).isEqualTo(1);
        }
    }

    @Test
    void refusesAnIdThatIsStillBeingAnswered() {
        String session = peer.session();

        try (EventReader first = peer.listen(peer.post(session, call(1, "hold", "a")))) {
            HttpResponse<String> again = peer.send(peer.post(session, call(1, "echo", "b")));

            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(first.next().path("method").asText()).isEqualTo("notifications/progress");
        }
    }

    @Test
    void takesWhatNeedsNoAnswerWith202() {
        String session = peer.session();

        HttpResponse<String> answer =
                peer.send(peer.post(session, "{'jsonrpc':'2.0','method':'notifications/roots/list_changed'}"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void endsTheWaitWhenTheClientCancels() {
        String session = peer.session();

        try (EventReader stream = peer.listen(peer.post(session, call(1, "hold", "a")))) {
            stream.next();
            peer.send(peer.post(
                    session, "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}"));

            assertThat(stream.isOver()).isTrue();
            assertThat(peer.tools.cancelled("a").orTimeout(20, TimeUnit.SECONDS).join())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"'application/json, text/event-stream'", "application/json"})
    void endsTheWaitWhenTheClientHangsUp(String accept) throws Exception {
        String session = peer.session();
        String body = call(1, "hold", "a").replace('\'', '"');
        try (Socket socket = peer.connect()) {
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Accept: " + accept + "\r\nMcp-Session-Id: " + session + "\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            peer.tools.begun("a").orTimeout(20, TimeUnit.SECONDS).join();
        }

        assertThat(peer.tools.cancelled("a").orTimeout(20, TimeUnit.SECONDS).join())
                .isTrue();
        assertThat(json(peer.send(peer.post(session, "{'jsonrpc':'2.0','id':2,'method':'ping'}"))
                                .body())
                        .has("result"))
                .isTrue();
    }

    @Test
    void usesAConnectionAgainAfterAStream() throws Exception {
        String session = peer.session();
        peer.tools.release("a");
        String body = call(1, "hold", "a").replace('\'', '"');
        String request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nMcp-Session-Id: "
                + session + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;

        try (Socket socket = peer.connect()) {
            for (int i = 0; i < 300; i++) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(untilLastChunk(socket)).contains("\"text\":\"a\"");
            }
        }
    }

    private static String untilLastChunk(Socket socket) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n0\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("closed after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    @Test
    void tellsNewsToWhoeverListens() {
        String session = peer.session();
        peer.send(peer.post(
                session, "{'jsonrpc':'2.0','id':1,'method':'resources/subscribe','params':{'uri':'test://things/1'}}"));

        try (EventReader news = peer.listen(
                peer.to("/mcp").header("Accept", "text/event-stream").header("Mcp-Session-Id", session))) {
            peer.resource.change();

            assertThat(news.next().path("method").asText()).isEqualTo("notifications/resources/updated");
        }
    }

    @Test
    void asksThePersonOnTheStreamOfTheCallThatWantsToKnow() {
        String session = peer.session();

        try (EventReader other = peer.listen(peer.post(session, call(1, "hold", "a")));
                EventReader stream = peer.listen(peer.post(session, call(2, "ask", "Go on?")))) {
            JsonNode question = stream.next();
            peer.send(peer.post(
                    session, "{'jsonrpc':'2.0','id':" + question.path("id") + ",'result':{'action':'accept'}}"));

            assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("YES");
            peer.tools.release("a");
            assertThat(List.of(other.next(), other.next())).noneMatch(said -> said.equals(question));
        }
    }

    @Test
    void tellsOfAFailedCallOnItsOwnStream() {
        String session = peer.session();
        peer.send(peer.post(session, "{'jsonrpc':'2.0','id':1,'method':'logging/setLevel','params':{'level':'info'}}"));

        try (EventReader stream = peer.listen(peer.post(session, call(2, "fail", "No money left.")))) {
            assertThat(stream.next().at("/params/data/code").asText()).isEqualTo("BALANCE");
            assertThat(stream.next().at("/result/isError").asBoolean()).isTrue();
        }
    }

    @Test
    void endsASessionWithItsStreamsAndCalls() {
        String session = peer.session();

        try (EventReader stream = peer.listen(peer.post(session, call(1, "hold", "a")))) {
            stream.next();
            int ended = peer.send(peer.to("/mcp").DELETE().header("Mcp-Session-Id", session))
                    .statusCode();

            assertThat(ended).isEqualTo(204);
            assertThat(stream.next().at("/error/message").asText()).contains("list_jobs");
            assertThat(stream.isOver()).isTrue();
            assertThat(peer.send(peer.post(session, call(2, "echo", "b"))).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void answersWhatIsUnderWayWhenTheServerEnds() {
        try (HttpPeer ending = new HttpPeer(
                        HttpLimits.DEFAULT.withDrain(Duration.ofMillis(100)), Optional.empty(), List.of());
                EventReader stream = ending.listen(ending.post(ending.session(), call(1, "hold", "a")))) {
            stream.next();
            ending.server.close();

            assertThat(stream.next().at("/error/message").asText()).contains("list_jobs");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, 400", "2025-06-18, 200", "2025-11-25, 200", "nonsense, 400"})
    void looksAtTheProtocolVersion(String version, int status) {
        String session = peer.session();

        HttpResponse<String> answer =
                peer.send(peer.post(session, call(1, "echo", "a")).header("MCP-Protocol-Version", version));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void saysWhatIsMissingWithoutASession() {
        HttpResponse<String> answer = peer.send(peer.post("", call(7, "echo", "a")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/message").asText()).contains("Mcp-Session-Id");
    }

    @Test
    void givesASessionToNobodyButItsOwner() {
        String session = peer.session("sk-api-one-of-two-keys");

        HttpResponse<String> stolen = peer.send(peer.post(session, call(1, "echo", "a")));
        HttpResponse<String> other =
                peer.send(peer.post(session, call(1, "echo", "a")).header(Guard.MINIMAX_KEY, "sk-api-the-other-key"));
        HttpResponse<String> own =
                peer.send(peer.post(session, call(1, "echo", "a")).header(Guard.MINIMAX_KEY, "sk-api-one-of-two-keys"));

        assertThat(List.of(stolen.statusCode(), other.statusCode(), own.statusCode()))
                .containsExactly(404, 404, 200);
    }

    @Test
    void givesASignOfLifeWhileNothingHappens() {
        try (HttpPeer quick = new HttpPeer(
                        HttpLimits.DEFAULT.withHeartbeat(Duration.ofMillis(20)), Optional.empty(), List.of());
                EventReader stream = quick.listen(quick.post(quick.session(), call(1, "hold", "a")))) {
            stream.next();

            assertThat(List.of(stream.line() + "", stream.line() + "", stream.line() + "", stream.line() + ""))
                    .containsExactly("", ":", "", ":");
        }
    }

    @Test
    void makesRoomForANewSessionByEndingTheOneThatRestedLongest() {
        try (HttpPeer small = new HttpPeer(
                HttpLimits.DEFAULT.withSessions(3, Duration.ofHours(1), 100), Optional.empty(), List.of())) {
            String first = small.session();
            String second = small.session();
            String third = small.session();

            assertThat(small.server.sessions()).isEqualTo(2);
            assertThat(List.of(
                            small.send(small.post(first, call(1, "echo", "a"))).statusCode(),
                            small.send(small.post(second, call(1, "echo", "a"))).statusCode(),
                            small.send(small.post(third, call(1, "echo", "a"))).statusCode()))
                    .containsExactly(404, 200, 200);
        }
    }

    @Test
    void letsNotMoreSessionsBeginThanItsLimitSays() {
        try (HttpPeer small = new HttpPeer(
                HttpLimits.DEFAULT.withSessions(10, Duration.ofHours(1), 1), Optional.empty(), List.of())) {
            small.session();

            HttpResponse<String> refused = small.send(small.post("", HttpPeer.INITIALIZE));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
