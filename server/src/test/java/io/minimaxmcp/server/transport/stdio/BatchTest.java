package io.minimaxmcp.server.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.mcp.Resources;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-RPC batches, which revision 2025-03-26 has and no other. */
class BatchTest {
    private static final String NEWS = "{'jsonrpc':'2.0','method':'notifications/whatever'}";

    private final FakeTools tools = new FakeTools();
    private final StdioPeer peer = new StdioPeer(tools.toolbox(), new Resources(List.of()), StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void areAnsweredTogetherAndTheirNewsNotAtAll() {
        peer.initialize("2025-03-26", "{}");

        peer.send("[" + call(1, "hold", "late") + "," + NEWS + "," + ping(2) + ",7," + ping(1) + "]");
        peer.send(ping(3));
        JsonNode between = peer.next();
        tools.release("late");
        JsonNode answers = peer.next();

        assertThat(between.path("id").asInt()).isEqualTo(3);
        assertThat(ids(answers)).containsExactlyInAnyOrder(0, 1, 1, 2);
        assertThat(StreamSupport.stream(answers.spliterator(), false)
                        .filter(answer -> answer.has("error"))
                        .map(answer -> answer.at("/error/code").asInt()))
                .containsExactly(-32600, -32600);
    }

    @Test
    void areNotWaitedForByWhatIsCancelled() {
        peer.initialize("2025-03-26", "{}");
        peer.send("[" + call(1, "hold", "held") + "," + ping(2) + "]");

        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");

        assertThat(ids(peer.next())).containsExactly(2);
    }

    @Test
    void wantNoAnswerWhereNothingInThemDoes() {
        peer.initialize("2025-03-26", "{}");

        peer.send("[" + NEWS + "," + NEWS + "]");
        peer.send(ping(1));

        assertThat(peer.next().path("id").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-06-18", "2025-11-25"})
    void areRefusedByEveryOtherRevision(String revision) {
        peer.initialize(revision, "{}");

        peer.send("[" + ping(1) + "]");

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32600);
    }

    @Test
    void holdNoHandshake() {
        peer.send("[{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'2025-03-26',"
                + "'capabilities':{},'clientInfo':{'name':'test','version':'1'}}}]");

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32600);
    }

    private static List<Integer> ids(JsonNode answers) {
        return StreamSupport.stream(answers.spliterator(), false)
                .map(answer -> answer.path("id").asInt())
                .toList();
    }

    private static String ping(int id) {
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}";
    }

    private static String call(int id, String tool, String text) {
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'tools/call','params':{'name':'" + tool
                + "','arguments':{'text':'" + text + "'}}}";
    }
}
