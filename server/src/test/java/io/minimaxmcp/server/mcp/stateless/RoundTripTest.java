package io.minimaxmcp.server.mcp.stateless;

import static io.minimaxmcp.server.Stateless.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.tools.media.ResultMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person has to confirm, with the product's own tools in the sandbox. */
class RoundTripTest {
    private static final String CAN_ASK = "{'elicitation':{}}";

    @TempDir
    Path folder;

    private Application application;
    private StdioPeer peer;

    @BeforeEach
    void start() {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString(),
                "MINIMAX_MCP_CONFIRM_USD", "0.000001");
        application =
                new Application(new ConfigReader(Map.of(), settings, true).read(), Stay.FOR_A_CLIENT, ResultMode.FILE);
        peer = new StdioPeer(application::serveStdio);
    }

    @AfterEach
    void end() {
        peer.close();
        application.close();
    }

    private JsonNode speak(int id, String text, String members) {
        String call = "'name':'generate_speech','arguments':{'text':'" + text + "'}" + members;
        peer.send(request(id, "tools/call", call, CAN_ASK));
        JsonNode message = peer.next();
        while (message.path("method").asText().equals("notifications/progress")) {
            message = peer.next();
        }
        return message;
    }

    private static String answered(String action, JsonNode question) {
        return ",'inputResponses':{'confirm':{'action':'" + action + "'}},'requestState':'"
                + question.path("requestState").asText() + "'";
    }

    @Test
    void asksByItsResultAndGoesOnWithTheAnswer() {
        JsonNode question = speak(1, "Good morning", "").path("result");
        JsonNode made = speak(2, "Good morning", answered("accept", question)).path("result");

        assertThat(question.path("resultType").asText()).isEqualTo("input_required");
        assertThat(question.at("/inputRequests/confirm/method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/inputRequests/confirm/params/message").asText())
                .contains("generate_speech");
        assertThat(made.path("resultType").asText()).isEqualTo("complete");
        assertThat(made.at("/structuredContent/status").asText()).isEqualTo("succeeded");
    }

    @Test
    void takesNoForAnAnswer() {
        JsonNode question = speak(1, "Good morning", "").path("result");
        JsonNode refused =
                speak(2, "Good morning", answered("decline", question)).path("result");

        assertThat(refused.path("isError").asBoolean()).isTrue();
        assertThat(refused.at("/_meta/io.minimaxmcp~1error/code").asText()).isEqualTo("BUDGET");
    }

    @Test
    void refusesAYesWhoseStateIsForgedOrForAnotherCallOrUsedUp() {
        JsonNode question = speak(1, "Good morning", "").path("result");
        String forged = answered("accept", question).replaceAll(".'$", "x'");
        String text = answered("accept", question).replaceAll("'requestState':.*", "'requestState':7");

        JsonNode otherCall = speak(2, "Good evening", answered("accept", question));
        JsonNode invented = speak(3, "Good morning", forged);
        JsonNode noText = speak(4, "Good morning", text);
        JsonNode made = speak(5, "Good morning", answered("accept", question));
        JsonNode usedUp = speak(6, "Good morning, all", answered("accept", question));

        assertThat(List.of(otherCall, invented, noText, usedUp))
                .allSatisfy(
                        answer -> assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602));
        assertThat(made.at("/result/structuredContent/status").asText()).isEqualTo("succeeded");
        assertThat(paidFor()).isEqualTo(1);
    }

    @Test
    void asksAgainWhereTheStateComesWithoutAnAnswer() {
        JsonNode question = speak(1, "Good morning", "").path("result");

        JsonNode again = speak(
                2,
                "Good morning",
                ",'requestState':'" + question.path("requestState").asText() + "'");

        assertThat(again.at("/result/resultType").asText()).isEqualTo("input_required");
    }

    /** How many jobs there are. */
    private int paidFor() {
        peer.send(request(99, "tools/call", "'name':'list_jobs','arguments':{}"));
        return peer.next().at("/result/structuredContent/jobs").size();
    }
}
