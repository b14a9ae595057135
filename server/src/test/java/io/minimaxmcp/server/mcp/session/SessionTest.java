package io.minimaxmcp.server.mcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.FakeResource;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session answers, message by message. */
class SessionTest {
    private final FakeTools tools = new FakeTools();
    private final FakeResource resource = new FakeResource();
    private final StdioPeer peer =
            new StdioPeer(tools.toolbox(), new Resources(List.of(resource, new Guides(Map.of()))), StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1900-01-01, 2025-11-25",
    })
    void agreesOnTheClientsRevisionWhereItCan(String offered, String agreed) {
        JsonNode answer = peer.initialize(offered, "{}");

        assertThat(answer.path("protocolVersion").asText()).isEqualTo(agreed);
    }

    @Test
    void offersExactlyWhatItAnswers() {
        JsonNode answer = peer.initialize("2025-11-25", "{}");

        assertThat(answer.path("capabilities").toString())
                .isEqualTo(
                        "{\"tools\":{\"listChanged\":true},\"resources\":{\"subscribe\":true,"
                                + "\"listChanged\":true},\"prompts\":{\"listChanged\":false},\"completions\":{},\"logging\":{}}");
        assertThat(answer.path("serverInfo").toString())
                .isEqualTo("{\"name\":\"test-server\",\"title\":\"Test server\",\"version\":\"1\"}");
        assertThat(answer.path("instructions").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks/get", "sampling/createMessage", "tools/nothing", "initialized"})
    void doesNotKnowMethodsThatItDoesNotOffer(String method) {
        peer.initialize();

        assertThat(request(method, "{}").at("/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void listsTheDocumentsAsTheyAreInTheirOrder() {
        peer.initialize();

        JsonNode listed = request("tools/list", "{}").at("/result/tools");

        assertThat(listed).hasSize(9);
        for (int i = 0; i < listed.size(); i++) {
            assertThat(listed.get(i).toString())
                    .isEqualTo(tools.toolbox().definitions().get(i).document().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "resources/list", "resources/templates/list"})
    void refusesACursorThatNobodyWasGiven(String method) {
        peer.initialize();

        assertThat(request(method, "{'cursor':'x'}").at("/error/code").asInt()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'paint'}", "{}", "{'name':5}", "{'name':'echo','arguments':[]}"})
    void refusesCallsThatReachNoTool(String params) {
        peer.initialize();

        assertThat(request("tools/call", params).at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void answersWrongArgumentsAsAToolResultThatNamesTheFix() {
        peer.initialize();

        JsonNode result =
                request("tools/call", "{'name':'echo','arguments':{'txt':'a'}}").path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asText()).contains("txt", "{\"text\":\"a\"}");
        assertThat(result.path("_meta").path("io.minimaxmcp/error").path("code").asText())
                .isEqualTo("INVALID_INPUT");
        assertThat(result.has("structuredContent")).isFalse();
    }

    @Test
    void answersAFailureAsAToolResult() {
        peer.initialize();
        peer.call(1, "fail", "No money left.");

        JsonNode result = peer.next().path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.path("_meta")
                        .path("io.minimaxmcp/error")
                        .path("upstream_code")
                        .asInt())
                .isEqualTo(1008);
    }

    @Test
    void tellsNothingOfABugButThatThereIsOne() {
        peer.initialize();
        peer.call(1, "break", "x");

        String answer = peer.next().toString();

        assertThat(answer)
                .contains("mistake of this server")
                .doesNotContain("secret detail")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'token'", "42"})
    void sendsProgressUnderTheTokenAndAlwaysRising(String token) {
        peer.initialize();
        peer.send("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'steps','arguments':{'text':'end'},"
                + "'_meta':{'progressToken':" + token + "}}}");

        List<JsonNode> messages = List.of(peer.next(), peer.next(), peer.next(), peer.next(), peer.next());

        assertThat(messages.subList(0, 4)).allSatisfy(message -> {
            assertThat(message.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(message.at("/params/progressToken").toString()).isEqualTo(token.replace('\'', '"'));
            assertThat(message.at("/params/total").asInt()).isEqualTo(4);
        });
        assertThat(messages.subList(0, 4))
                .extracting(message -> message.at("/params/progress").asDouble())
                .containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(messages.get(4).at("/result/structuredContent/text").asText())
                .isEqualTo("end");
    }

    @Test
    void sendsNoProgressWithoutAToken() {
        peer.initialize();
        peer.call(1, "steps", "end");

        assertThat(peer.next().at("/result/structuredContent/text").asText()).isEqualTo("end");
    }

    @ParameterizedTest
    @CsvSource({"accept, YES", "decline, NO", "cancel, NO"})
    void asksThePersonWhereTheClientCan(String action, String reply) {
        peer.initialize("2025-11-25", "{'elicitation':{}}");
        peer.call(1, "ask", "This costs $0.28. Go on?");

        JsonNode question = peer.next();
        peer.send("{'jsonrpc':'2.0','id':" + question.path("id") + ",'result':{'action':'" + action + "'}}");

        assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asText()).isEqualTo("This costs $0.28. Go on?");
        assertThat(question.at("/params/requestedSchema").toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{}}");
        assertThat(answeredText()).isEqualTo(reply);
    }

    @Test
    void takesItThatNobodyCanBeAskedWhenTheClientFailsToAsk() {
        peer.initialize("2025-11-25", "{'elicitation':{'form':{}}}");
        peer.call(1, "ask", "Go on?");

        peer.send("{'jsonrpc':'2.0','id':" + peer.next().path("id") + ",'error':{'code':-32000,'message':'no'}}");

        assertThat(answeredText()).isEqualTo("CANNOT_ASK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'elicitation':{'url':{}}}", "{'sampling':{}}"})
    void asksNobodyThroughAClientThatCannot(String capabilities) {
        peer.initialize("2025-11-25", capabilities);
        peer.call(1, "ask", "Go on?");

        assertThat(answeredText()).isEqualTo("CANNOT_ASK");
    }

    @Test
    void doesNotWaitForAnAnswerThatCannotComeAnyMore() {
        peer.initialize("2025-11-25", "{'elicitation':{}}");
        peer.call(1, "ask", "Go on?");
        assertThat(peer.next().path("method").asText()).isEqualTo("elicitation/create");

        peer.endInput();

        assertThat(answeredText()).isEqualTo("CANNOT_ASK");
    }

    @Test
    void waitsAsLongAsTheClientAllows() {
        peer.initialize();
        peer.call(1, "patience", "");

        assertThat(answeredText()).isEqualTo("PT50S");
    }

    @Test
    void showsOldClientsNoBlocksThatTheyCannotRead() {
        peer.initialize("2024-11-05", "{}");
        peer.call(1, "show", "Saved.");

        JsonNode result = peer.next().path("result");

        assertThat(result.path("content"))
                .noneSatisfy(block -> assertThat(block.path("type").asText()).isEqualTo("resource_link"));
        assertThat(result.has("structuredContent")).isFalse();
    }

    @Test
    void logsFailedCallsToAClientThatAskedForItAndOnlyThen() {
        peer.initialize();
        peer.call(1, "fail", "No money left.");
        assertThat(peer.next().has("result")).isTrue();
        request("logging/setLevel", "{'level':'info'}");

        peer.call(2, "fail", "No money left.");

        assertThat(peer.next().toString())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"warning\","
                                + "\"logger\":\"tools\",\"data\":{\"tool\":\"fail\",\"code\":\"BALANCE\",\"field\":\"prompt\","
                                + "\"upstream_code\":1008,\"trace_id\":\"trace-1\",\"retryable\":false,\"charged\":\"no\","
                                + "\"next_step\":\"Top up, then call again with the same request_id.\"}}}");
        assertThat(peer.next().path("id").asInt()).isEqualTo(2);
    }

    @Test
    void logsLessWhenLessIsAskedForAndRefusesLevelsThatThereAreNot() {
        peer.initialize();
        request("logging/setLevel", "{'level':'error'}");

        peer.call(2, "fail", "No money left.");

        assertThat(peer.next().path("id").asInt()).isEqualTo(2);
        assertThat(request("logging/setLevel", "{'level':'loud'}")
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void readsAResourceAndSaysWhenThereIsNone() {
        peer.initialize();

        JsonNode read = request("resources/read", "{'uri':'test://things/1'}");
        JsonNode missing = request("resources/read", "{'uri':'test://things/2'}");

        assertThat(read.path("result").toString())
                .isEqualTo("{\"contents\":[{\"uri\":\"test://things/1\",\"mimeType\":\"application/json\","
                        + "\"text\":\"{\\\"state\\\":\\\"new\\\"}\"}]}");
        assertThat(missing.at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(missing.at("/error/data/uri").asText()).isEqualTo("test://things/2");
        assertThat(request("resources/read", "{}").at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void listsResourcesAndTemplates() {
        peer.initialize();

        JsonNode listed = request("resources/list", "{}").at("/result/resources");
        JsonNode templates = request("resources/templates/list", "{}").at("/result/resourceTemplates");

        assertThat(listed.get(0).toString())
                .isEqualTo("{\"uri\":\"test://things/1\",\"name\":\"thing-1\",\"title\":\"A thing\","
                        + "\"mimeType\":\"application/json\"}");
        assertThat(templates.get(0).toString())
                .isEqualTo("{\"name\":\"thing\",\"title\":\"Thing\",\"description\":\"Something\","
                        + "\"mimeType\":\"application/json\",\"uriTemplate\":\"test://things/{id}\"}");
    }

    @Test
    void completesTheIdsOfATemplateAndNothingElse() {
        peer.initialize();

        JsonNode ids = request(
                "completion/complete",
                "{'ref':{'type':'ref/resource','uri':'test://things/{id}'},'argument':{'name':'id','value':''}}");
        JsonNode prompt = request(
                "completion/complete",
                "{'ref':{'type':'ref/prompt','name':'song'},'argument':{'name':'theme','value':''}}");

        assertThat(ids.path("result").toString()).isEqualTo("{\"completion\":{\"hasMore\":false,\"values\":[\"1\"]}}");
        assertThat(prompt.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void tellsOfChangesFromSubscribingToUnsubscribing() {
        peer.initialize();
        request("resources/subscribe", "{'uri':'test://things/1'}");
        request("resources/subscribe", "{'uri':'test://things/1'}");

        resource.change();
        JsonNode news = peer.next();
        request("resources/unsubscribe", "{'uri':'test://things/1'}");
        resource.change();

        assertThat(news.path("method").asText()).isEqualTo("notifications/resources/updated");
        assertThat(news.at("/params/uri").asText()).isEqualTo("test://things/1");
        assertThat(request("ping", "{}").has("result")).isTrue();
        assertThat(resource.watchers()).isZero();
    }

    @Test
    void tellsOfChangesOfTheListOnceItWasAskedFor() {
        peer.initialize();
        resource.changeList();
        request("resources/list", "{}");
        request("resources/list", "{}");

        resource.changeList();

        assertThat(peer.next().path("method").asText()).isEqualTo("notifications/resources/list_changed");
        assertThat(request("ping", "{}").has("result")).isTrue();
    }

    @Test
    void endsEverySubscriptionWithTheSession() {
        peer.initialize();
        request("resources/list", "{}");
        request("resources/subscribe", "{'uri':'test://things/1'}");

        peer.endInput();
        peer.awaitEnd();

        assertThat(resource.watchers()).isZero();
    }

    @Test
    void refusesToSubscribeToWhatNeverChanges() {
        peer.initialize();

        JsonNode answer = request("resources/subscribe", "{'uri':'minimax://guide/speech'}");

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    }

    private JsonNode request(String method, String params) {
        peer.send("{'jsonrpc':'2.0','id':99,'method':'" + method + "','params':" + params + "}");
        JsonNode answer = peer.next();
        assertThat(answer.path("id").asInt()).isEqualTo(99);
        return answer;
    }

    private String answeredText() {
        return peer.next().at("/result/structuredContent/text").asText();
    }
}
