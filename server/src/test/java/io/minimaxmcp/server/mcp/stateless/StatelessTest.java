package io.minimaxmcp.server.mcp.stateless;

import static io.minimaxmcp.server.Stateless.call;
import static io.minimaxmcp.server.Stateless.request;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to requests that stand by themselves, over stdio. */
class StatelessTest {
    private final FakeTools tools = new FakeTools();
    private final FakeResource resource = new FakeResource();
    private final StdioPeer peer =
            new StdioPeer(tools.toolbox(), new Resources(List.of(resource, new Guides(Map.of()))), StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    private JsonNode ask(String request) {
        peer.send(request);
        return peer.next();
    }

    @Test
    void tellsWhatItIsToWhoeverAsksFirst() {
        JsonNode found = ask(request(1, "server/discover", "")).path("result");

        assertThat(found.path("supportedVersions").toString()).isEqualTo("[\"2026-07-28\"]");
        assertThat(found.at("/_meta/io.modelcontextprotocol~1serverInfo").toString())
                .isEqualTo("{\"name\":\"test-server\",\"title\":\"Test server\",\"version\":\"1\"}");
        assertThat(found.path("instructions").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'_meta':{}}",
                "{'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28'}}",
                "{'_meta':{'io.modelcontextprotocol/protocolVersion':7,"
                        + "'io.modelcontextprotocol/clientCapabilities':{}}}",
                "{'_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientCapabilities':[]}}",
            },
            quoteCharacter = '"')
    void refusesARequestThatDoesNotSayWhatItMust(String params) {
        JsonNode answer = ask("{'jsonrpc':'2.0','id':1,'method':'server/discover','params':" + params + "}");

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01", "2025-11-25", "v999"})
    void namesWhatItSpeaksToWhoeverSpeaksSomethingElse(String version) {
        JsonNode answer = ask(request(1, "tools/list", "").replace("2026-07-28", version));

        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32022);
        assertThat(answer.at("/error/data").toString())
                .isEqualTo("{\"requested\":\"" + version + "\",\"supported\":[\"2026-07-28\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "tasks/list",
                "nothing/known"
            })
    void knowsNoMethodThatIsNotOfThisRevision(String method) {
        assertThat(ask(request(1, method, "")).at("/error/code").asInt()).isEqualTo(-32601);
    }

    @ParameterizedTest
    @CsvSource({
        "server/discover, public, 300000",
        "tools/list, private, 300000",
        "resources/templates/list, public, 300000",
        "resources/list, private, 0",
    })
    void saysForHowLongAndForWhomAResultHolds(String method, String scope, int fresh) {
        JsonNode result = ask(request(1, method, "")).path("result");

        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("cacheScope").asText()).isEqualTo(scope);
        assertThat(result.path("ttlMs").asInt(-1)).isEqualTo(fresh);
    }

    @Test
    void listsTheDocumentsAsTheyAreInTheirOrder() {
        JsonNode listed = ask(request(1, "tools/list", "")).at("/result/tools");

        for (int i = 0; i < listed.size(); i++) {
            assertThat(listed.get(i).toString())
                    .isEqualTo(tools.toolbox().definitions().get(i).document().toString());
        }
    }

    @Test
    void answersACallWithItsResultAndItsType() {
        JsonNode result = ask(call(1, "echo", "hello")).path("result");

        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.at("/structuredContent/text").asText()).isEqualTo("hello");
        assertThat(result.has("ttlMs")).isFalse();
    }

    @Test
    void tellsOfAFailureInTheResultAndStillSaysWhoAnswered() {
        JsonNode result = ask(call(1, "fail", "no money")).path("result");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/_meta/io.minimaxmcp~1error/code").asText()).isEqualTo("BALANCE");
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asText())
                .isEqualTo("test-server");
    }

    @Test
    void refusesAToolThatIsNotThereAndAResourceThatIsNotThere() {
        JsonNode tool = ask(call(1, "nothing", ""));
        JsonNode resourceGone = ask(request(2, "resources/read", "'uri':'test://things/2'"));

        assertThat(tool.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(resourceGone.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(resourceGone.at("/error/data/uri").asText()).isEqualTo("test://things/2");
    }

    @Test
    void tellsOfProgressUnderTheTokenOfTheRequestAndOnlyUpwards() {
        peer.send(call(1, "steps", "done"));

        for (double step : new double[] {0, 1, 2, 3}) {
            JsonNode news = peer.next();
            assertThat(news.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(news.at("/params/progressToken").asText()).isEqualTo("p1");
            assertThat(news.at("/params/progress").asDouble()).isEqualTo(step);
        }
        assertThat(peer.next().path("id").asInt()).isEqualTo(1);
    }

    @Test
    void endsACancelledCallAndSaysNothingMoreOfIt() throws Exception {
        peer.send(call(1, "hold", "a"));
        assertThat(peer.next().path("method").asText()).isEqualTo("notifications/progress");

        peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");

        assertThat(tools.cancelled("a").get(20, TimeUnit.SECONDS)).isTrue();
        tools.release("a");
        assertThat(ask(call(2, "echo", "b")).path("id").asInt()).isEqualTo(2);
    }

    @Test
    void completesTheIdsOfATemplate() {
        JsonNode result = ask(request(
                        1,
                        "completion/complete",
                        "'ref':{'type':'ref/resource','uri':'test://things/{id}'},'argument':{'name':'id','value':''}"))
                .path("result");

        assertThat(result.path("completion").toString()).isEqualTo("{\"hasMore\":false,\"values\":[\"1\"]}");
    }

    @Test
    void waitsForEveryClientTheSameWhateverItCallsItself() {
        JsonNode result = ask(call(1, "patience", "").replace("'name':'test'", "'name':'claude-code'"));

        assertThat(result.at("/result/structuredContent/text").asText()).isEqualTo("PT50S");
    }
}
