package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.Stateless.call;
import static io.minimaxmcp.server.Stateless.request;
import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.Stateless;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that stand by themselves, over HTTP: headers, statuses and streams. */
class StatelessHttpTest {
    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    /** A POST with the headers that belong to the message. */
    private HttpRequest.Builder post(String message) {
        JsonNode body = json(message.replace('\'', '"'));
        String method = body.path("method").asText();
        HttpRequest.Builder post = peer.post("", message)
                .header("MCP-Protocol-Version", Stateless.DATE)
                .header("Mcp-Method", method);
        JsonNode name = body.at(method.startsWith("tasks/") ? "/params/taskId" : "/params/name");
        return name.isTextual() ? post.header("Mcp-Name", name.asText()) : post;
    }

    private int status(HttpRequest.Builder request) {
        return peer.send(request).statusCode();
    }

    @Test
    void answersWithOneDocumentAndOpensNoSession() {
        HttpResponse<String> answer = peer.send(post(request(1, "server/discover", "")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(json(answer.body()).at("/result/supportedVersions/0").asText())
                .isEqualTo(Stateless.DATE);
        assertThat(peer.server.sessions()).isZero();
    }

    @Test
    void answersOnAStreamWhereThereIsSomethingToTellBefore() {
        try (EventReader stream = peer.listen(post(call(1, "steps", "done")))) {
            assertThat(stream.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(stream.response().headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            assertThat(stream.next().path("method").asText()).isEqualTo("notifications/progress");
            assertThat(List.of(stream.next(), stream.next(), stream.next()))
                    .allMatch(news -> news.path("method").asText().equals("notifications/progress"));
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("done");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing/known, 404, -32601",
        "initialize, 404, -32601",
        "tools/call, 200, -32602",
    })
    void saysByItsStatusWhetherTheRequestWasUnderstood(String method, int status, int code) {
        HttpResponse<String> answer = peer.send(post(request(5, method, "")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(code);
        assertThat(json(answer.body()).path("id").asInt()).isEqualTo(5);
    }

    /** Each request has the faults of all rows below its own. */
    @Test
    void saysOfSeveralFaultsTheFirstAsTheSpecificationNamesThem() {
        String unknown = request(1, "nothing/known", "");
        String later = unknown.replace(Stateless.DATE, "2027-01-01");
        String mute = "{'jsonrpc':'2.0','id':1,'method':'nothing/known','params':{'_meta':{'io.modelcontextprotocol/"
                + "protocolVersion':'2027-01-01'}}}";

        assertThat(refusal(mute, "2026-07-28", "tools/list")).isEqualTo("400 -32602");
        assertThat(refusal(later, "2026-07-28", "tools/list")).isEqualTo("400 -32020");
        assertThat(refusal(later, "2027-01-01", "tools/list")).isEqualTo("400 -32022");
        assertThat(refusal(unknown, "2026-07-28", "tools/list")).isEqualTo("400 -32020");
        assertThat(refusal(unknown, "2026-07-28", "nothing/known")).isEqualTo("404 -32601");
    }

    private String refusal(String message, String version, String method) {
        HttpResponse<String> answer = peer.send(
                peer.post("", message).header("MCP-Protocol-Version", version).header("Mcp-Method", method));
        return answer.statusCode() + " " + json(answer.body()).at("/error/code").asInt();
    }

    @Test
    void saysByItsStatusThatTheClientWouldHaveToKnowTasks() {
        HttpResponse<String> answer = peer.send(post(request(1, "tasks/get", "'taskId':'t1'")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32021);
    }

    @Test
    void wantsTheNameOfATaskInTheHeaderToo() {
        HttpRequest.Builder post = peer.post("", request(1, "tasks/get", "'taskId':'t1'"))
                .header("MCP-Protocol-Version", Stateless.DATE)
                .header("Mcp-Method", "tasks/get")
                .header("Mcp-Name", "t2");

        assertThat(json(peer.send(post).body()).at("/error/code").asInt()).isEqualTo(-32020);
    }

    @Test
    void refusesARequestThatSaysNothingOfItselfByItsHeaderAlone() {
        HttpResponse<String> answer = peer.send(post("{'jsonrpc':'2.0','id':1,'method':'tools/list'}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void refusesARevisionThatItDoesNotSpeak() {
        String message = request(1, "tools/list", "").replace(Stateless.DATE, "2027-01-01");

        HttpResponse<String> answer = peer.send(peer.post("", message)
                .header("MCP-Protocol-Version", "2027-01-01")
                .header("Mcp-Method", "tools/list"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32022);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-28, tools/call, echo, 200",
        "2026-07-28, tools/call, '  echo ', 200",
        "2026-07-28, tools/call, =?base64?ZWNobw==?=, 200",
        ", tools/call, echo, 400",
        "2025-11-25, tools/call, echo, 400",
        "2026-07-28, , echo, 400",
        "2026-07-28, tools/list, echo, 400",
        "2026-07-28, TOOLS/CALL, echo, 400",
        "2026-07-28, tools/call, , 400",
        "2026-07-28, tools/call, Echo, 400",
        "2026-07-28, tools/call, =?base64?!!?=, 400",
        "2026-07-28, tools/call, =?base64?bm8=?=, 400",
    })
    void wantsHeadersThatSayWhatTheMessageSays(String version, String method, String name, int status) {
        HttpRequest.Builder post = peer.post("", call(1, "echo", "a"));
        Optional.ofNullable(version).ifPresent(value -> post.header("MCP-Protocol-Version", value));
        Optional.ofNullable(method).ifPresent(value -> post.header("mcp-method", value));
        Optional.ofNullable(name).ifPresent(value -> post.header("MCP-NAME", value));

        HttpResponse<String> answer = peer.send(post);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(status == 200 ? 0 : -32020);
    }

    @Test
    void refusesAHeaderThatIsThereTwice() {
        HttpRequest.Builder post = post(call(1, "echo", "a")).header("Mcp-Name", "hold");

        assertThat(status(post)).isEqualTo(400);
    }

    @Test
    void takesHangingUpForACancellation() throws Exception {
        try (EventReader stream = peer.listen(post(call(1, "hold", "a")))) {
            stream.next();
        }

        assertThat(peer.tools.cancelled("a").get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsWhoeverListensUntilTheyHangUp() throws Exception {
        String wish = "'notifications':{'resourceSubscriptions':['test://things/1']}";
        try (EventReader stream = peer.listen(post(request(3, "subscriptions/listen", wish)))) {
            assertThat(stream.next().path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
            peer.resource.change();
            assertThat(stream.next().at("/params/uri").asText()).isEqualTo("test://things/1");
        }

        assertThat(peer.resource.left().get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(peer.resource.watchers()).isZero();
    }

    @Test
    void endsListeningProperlyWhenTheServerEnds() {
        try (EventReader stream = peer.listen(post(request(3, "subscriptions/listen", "'notifications':{}")))) {
            stream.next();
            peer.server.close();

            assertThat(stream.next().at("/result/resultType").asText()).isEqualTo("complete");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void givesASignOfLifeToAQuietCall() {
        try (HttpPeer quick = new HttpPeer(
                        HttpLimits.DEFAULT.withHeartbeat(Duration.ofMillis(20)), Optional.empty(), List.of());
                EventReader stream = quick.listen(quick.post("", call(1, "slow", "300"))
                        .header("MCP-Protocol-Version", Stateless.DATE)
                        .header("Mcp-Method", "tools/call")
                        .header("Mcp-Name", "slow"))) {
            assertThat(stream.line()).isEqualTo(":");
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("300");
        }
    }

    @Test
    void speaksBothErasUnderOneUrl() {
        String session = peer.session();

        JsonNode old = json(peer.send(peer.post(session, "{'jsonrpc':'2.0','id':1,'method':'tools/list'}"))
                .body());
        JsonNode now = json(peer.send(post(request(1, "tools/list", ""))).body());

        assertThat(old.path("result").has("resultType")).isFalse();
        assertThat(now.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(now.at("/result/tools")).isEqualTo(old.at("/result/tools"));
    }

    @Test
    void takesNotificationsWithoutAWord() {
        HttpRequest.Builder post = peer.post("", "{'jsonrpc':'2.0','method':'notifications/something'}")
                .header("MCP-Protocol-Version", Stateless.DATE);

        assertThat(status(post)).isEqualTo(202);
    }
}
