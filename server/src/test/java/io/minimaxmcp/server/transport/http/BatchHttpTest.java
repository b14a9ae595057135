package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.call;
import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JSON-RPC batches over Streamable HTTP, which revision 2025-03-26 has and no other. */
class BatchHttpTest {
    private static final String NEWS = "{'jsonrpc':'2.0','method':'notifications/whatever'}";

    private final HttpPeer peer = new HttpPeer();

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void areAnsweredInOneResponse() {
        String session = session("2025-03-26");
        String batch = "[" + ping(1) + "," + NEWS + "," + ping(2) + "]";

        HttpResponse<String> answer = peer.send(peer.post(session, batch).setHeader("Accept", "application/json"));

        assertThat(ids(json(answer.body()))).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void areAnsweredOnOneStreamAfterWhatThereIsToTell() {
        String session = session("2025-03-26");

        try (EventReader stream =
                peer.listen(peer.post(session, "[" + call(1, "hold", "a") + "," + call(2, "hold", "b") + "]"))) {
            List<Integer> told = List.of(token(stream), token(stream));
            peer.tools.release("b");
            peer.tools.release("a");

            assertThat(told).containsExactlyInAnyOrder(1, 2);
            assertThat(ids(stream.next())).containsExactlyInAnyOrder(1, 2);
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void wantNothingButToBeTakenWhereNothingInThemIsAnswered() {
        HttpResponse<String> answer = peer.send(peer.post(session("2025-03-26"), "[" + NEWS + "]"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void areRefusedByOtherRevisions() {
        HttpResponse<String> answer = peer.send(peer.post(session("2025-06-18"), "[" + ping(1) + "]"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).at("/error/code").asInt()).isEqualTo(-32600);
    }

    private String session(String revision) {
        String hello = HttpPeer.INITIALIZE.replace("2025-11-25", revision);
        String id = peer.send(peer.post("", hello))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        peer.send(peer.post(id, "{'jsonrpc':'2.0','method':'notifications/initialized'}"));
        return id;
    }

    private static int token(EventReader stream) {
        return stream.next().at("/params/progressToken").asInt();
    }

    private static List<Integer> ids(JsonNode answers) {
        return StreamSupport.stream(answers.spliterator(), false)
                .map(answer -> answer.path("id").asInt())
                .toList();
    }

    private static String ping(int id) {
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}";
    }
}
