package io.minimaxmcp.server.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.mcp.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server over pipes must live through, line by line. */
class StdioTrapsTest {
    private static final StdioLimits LIMITS = new StdioLimits(100_000, Duration.ofSeconds(10));

    private final FakeTools tools = new FakeTools();
    private final StdioPeer peer = new StdioPeer(tools.toolbox(), new Resources(List.of()), LIMITS);

    @AfterEach
    void end() {
        tools.release("held");
        peer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'jsonrpc':'2.0',                            | -32700",
                "hello                                        | -32700",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}]   | -32600",
                "{'jsonrpc':'2.0','id':null,'method':'ping'}  | -32600",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[]} | -32602",
            })
    void answersWhatIsNoMessageAndGoesOn(String line, int code) {
        peer.initialize();

        peer.send(line);

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(code);
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\r", "\t\r"})
    void passesOverBlankLines(String line) {
        peer.initialize();

        peer.send(line);

        assertAlive();
    }

    @Test
    void refusesAMessageThatIsTooLongAndGoesOn() {
        peer.initialize();

        peer.call(1, "echo", "x".repeat(200_000));

        assertThat(peer.next().at("/error/message").asText()).isEqualTo("A message has at most 100000 bytes");
        assertAlive();
    }

    @Test
    void answersAPingBeforeTheHandshake() {
        assertAlive();
    }

    @Test
    void refusesRequestsBeforeTheHandshakeIsDone() {
        peer.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
        JsonNode beforeIt = peer.next();
        peer.send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
        peer.send("{'jsonrpc':'2.0','id':2,'method':'tools/list'}");
        JsonNode afterHalfOfIt = peer.next();
        peer.initialize();
        peer.send("{'jsonrpc':'2.0','id':3,'method':'tools/list'}");

        assertThat(beforeIt.at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(afterHalfOfIt.at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(peer.next().at("/result/tools")).isNotEmpty();
    }

    @Test
    void refusesASecondHandshakeAndGoesOn() {
        peer.initialize();

        JsonNode second = peer.initialize("2025-11-25", "{}");

        assertThat(second.isMissingNode()).isTrue();
        assertAlive();
    }

    @Test
    void refusesAHandshakeOfTheWrongFormAndTakesTheNext() {
        peer.send("{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':'all'}}");

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(peer.initialize("2025-11-25", "{}").path("protocolVersion").asText())
                .isEqualTo("2025-11-25");
    }

    @Test
    void greetsASessionAfterAQuestionOfTheStatelessEra() {
        peer.send("{'jsonrpc':'2.0','id':1,'method':'server/discover'}");

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32602);
        peer.initialize();
        assertAlive();
    }

    @Test
    void passesOverNotificationsAndAnswersThatItDoesNotKnow() {
        peer.initialize();

        peer.send("{'jsonrpc':'2.0','method':'notifications/whatever','params':{}}");
        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':4711}}");
        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled'}");
        peer.send("{'jsonrpc':'2.0','id':'x-1','result':{}}");
        peer.send("{'jsonrpc':'2.0','id':'x-1','error':{'code':1,'message':'no'}}");

        assertAlive();
    }

    @Test
    void refusesAnIdThatIsStillInUse() {
        peer.initialize();
        peer.call(1, "hold", "held");

        peer.call(1, "echo", "again");

        assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32600);
        tools.release("held");
        assertThat(peer.next().at("/result/structuredContent/text").asText()).isEqualTo("held");
    }

    @Test
    void answersManyCallsAtOnceEachByItself() {
        peer.initialize();
        for (int i = 1; i <= 50; i++) {
            peer.call(i, "hold", "call-" + i);
        }

        for (int i = 50; i >= 1; i--) {
            tools.release("call-" + i);
        }

        Set<Integer> answered = new TreeSet<>();
        for (int i = 1; i <= 50; i++) {
            JsonNode answer = peer.next();
            assertThat(answer.at("/result/structuredContent/text").asText())
                    .isEqualTo("call-" + answer.path("id").asInt());
            answered.add(answer.path("id").asInt());
        }
        assertThat(answered).hasSize(50);
    }

    @Test
    void endsACancelledCallWithinASecondAndSendsNoAnswer() throws Exception {
        peer.initialize();
        peer.call(1, "hold", "held");

        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1,'reason':'test'}}");

        assertThat(tools.cancelled("held").get(1, TimeUnit.SECONDS)).isTrue();
        tools.release("held");
        assertAlive();
        peer.call(1, "echo", "the id is free");
        assertThat(peer.next().at("/result/structuredContent/text").asText()).isEqualTo("the id is free");
    }

    @RepeatedTest(20)
    void answersWhatWasAskedBeforeTheInputEnded() {
        peer.initialize();
        peer.call(1, "hold", "held");
        peer.call(2, "echo", "a");
        peer.call(3, "echo", "b");

        peer.endInput();
        tools.release("held");

        List<Integer> answered = Stream.generate(peer::next)
                .limit(3)
                .map(answer -> answer.path("id").asInt())
                .toList();
        assertThat(answered).containsExactlyInAnyOrder(1, 2, 3);
        peer.awaitEnd();
    }

    @Test
    void doesNotWaitForAnswersThatNobodyCanReadAnyMore() {
        peer.initialize();
        peer.call(1, "hold", "held");
        peer.stopReading();

        peer.call(2, "echo", "nobody reads this");

        peer.awaitEnd();
    }

    private void assertAlive() {
        peer.send("{'jsonrpc':'2.0','id':'alive','method':'ping'}");
        JsonNode answer = peer.next();
        assertThat(answer.path("id").asText()).isEqualTo("alive");
        assertThat(answer.path("result").isObject()).isTrue();
    }
}
