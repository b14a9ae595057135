package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The transport of 2024-11-05. */
class OldPairTest {
    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void saysWhereToSendMessagesAndAnswersOnTheStream() {
        try (EventReader stream = peer.listen(peer.to("/sse"))) {
            String path = stream.data();

            int taken = peer.send(message(path, HttpPeer.INITIALIZE)).statusCode();
            JsonNode hello = stream.next();
            peer.send(message(path, "{'jsonrpc':'2.0','method':'notifications/initialized'}"));
            peer.send(message(path, call(1, "steps", "end")));

            assertThat(taken).isEqualTo(202);
            assertThat(hello.at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
            assertThat(stream.next().at("/params/progress").asDouble()).isZero();
            JsonNode answer = stream.next();
            while (!answer.has("id")) {
                answer = stream.next();
            }
            assertThat(answer.at("/result/structuredContent/text").asText()).isEqualTo("end");
        }
    }

    @Test
    void endsTheSessionWithTheStream() {
        EventReader stream = peer.listen(peer.to("/sse"));
        String path = stream.data();
        peer.send(message(path, HttpPeer.INITIALIZE));
        stream.next();
        peer.send(message(path, "{'jsonrpc':'2.0','method':'notifications/initialized'}"));
        peer.send(message(path, call(1, "hold", "a")));
        stream.next();

        stream.close();

        assertThat(peer.tools.cancelled("a").orTimeout(20, TimeUnit.SECONDS).join())
                .isTrue();
        assertThat(peer.send(message(path, call(2, "echo", "b"))).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesMessagesOfSessionsThatAreNone() {
        assertThat(peer.send(message("/message?session_id=x", call(1, "echo", "a")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(peer.send(message("/message", call(1, "echo", "a"))).statusCode())
                .isEqualTo(404);
    }

    private HttpRequest.Builder message(String path, String message) {
        return peer.to(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.replace('\'', '"')));
    }
}
