package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.tools.media.ResultMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product in each revision that has sessions, method by method; {@code .ci/schemas} looks at every message of it. */
class RevisionsTest {
    private static final String SONG = "'ref':{'type':'ref/prompt','name':'song_from_theme'}";

    @TempDir
    Path folder;

    private int asked;

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void answersEveryMethodAndRefusesWhatIsWrongWithTheCodeOfTheRevision(String revision) {
        try (Application application = application();
                StdioPeer peer = new StdioPeer(application::serveStdio)) {
            JsonNode greeting = peer.initialize(revision, "{'roots':{'listChanged':true},'sampling':{}}");
            assertThat(greeting.path("protocolVersion").asText()).isEqualTo(revision);

            assertThat(result(peer, "ping", "")).isEmpty();
            assertThat(result(peer, "logging/setLevel", "'level':'debug'")).isEmpty();
            assertThat(result(peer, "tools/list", "").path("tools")).isNotEmpty();
            JsonNode speech =
                    result(peer, "tools/call", "'name':'generate_speech','arguments':{'text':'Good morning'}");
            assertThat(speech.path("isError").asBoolean()).isFalse();
            String jobs = "minimax://jobs/";
            JsonNode listed = result(peer, "resources/list", "").path("resources");
            String job = jobs + firstAfter(jobs, listed);
            assertThat(result(peer, "resources/read", "'uri':'" + job + "'").path("contents"))
                    .hasSize(1);
            assertThat(result(peer, "resources/subscribe", "'uri':'" + job + "'"))
                    .isEmpty();
            assertThat(result(peer, "resources/unsubscribe", "'uri':'" + job + "'"))
                    .isEmpty();
            assertThat(result(peer, "resources/templates/list", "").path("resourceTemplates"))
                    .isNotEmpty();
            assertThat(result(peer, "prompts/list", "").path("prompts")).isNotEmpty();
            assertThat(result(peer, "prompts/get", "'name':'song_from_theme','arguments':{'theme':'the sea'}")
                            .path("messages"))
                    .hasSize(1);
            assertThat(result(peer, "completion/complete", SONG + ",'argument':{'name':'model','value':'music'}")
                            .at("/completion/values"))
                    .isNotEmpty();

            assertThat(code(peer, "resources/read", "'uri':'minimax://jobs/nothing'"))
                    .isEqualTo(-32002);
            assertThat(code(peer, "tools/list", "'cursor':'nothing'")).isEqualTo(-32602);
            assertThat(code(peer, "resources/list", "'cursor':'nothing'")).isEqualTo(-32602);
            assertThat(code(peer, "prompts/list", "'cursor':'nothing'")).isEqualTo(-32602);
            assertThat(code(peer, "tools/call", "'name':'nothing'")).isEqualTo(-32602);
            assertThat(code(peer, "prompts/get", "'name':'nothing'")).isEqualTo(-32602);
            assertThat(code(peer, "logging/setLevel", "'level':'loud'")).isEqualTo(-32602);
            assertThat(code(peer, "nothing/known", "")).isEqualTo(-32601);
            assertThat(code(peer, "tasks/get", "'taskId':'nothing'")).isEqualTo(-32601);
        }
    }

    private static String firstAfter(String stem, JsonNode listed) {
        for (JsonNode entry : listed) {
            if (entry.path("uri").asText().startsWith(stem)) {
                return entry.path("uri").asText().substring(stem.length());
            }
        }
        throw new AssertionError("no " + stem + " in " + listed);
    }

    private JsonNode result(StdioPeer peer, String method, String members) {
        JsonNode answer = ask(peer, method, members);
        assertThat(answer.path("result").isObject()).as(answer::toString).isTrue();
        return answer.path("result");
    }

    private int code(StdioPeer peer, String method, String members) {
        return ask(peer, method, members).at("/error/code").asInt();
    }

    /** Asks and passes over the news that comes before the answer. */
    private JsonNode ask(StdioPeer peer, String method, String members) {
        int id = ++asked;
        peer.send("{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':{" + members
                + (members.isEmpty() ? "" : ",") + "'_meta':{'progressToken':" + id + "}}}");
        JsonNode message = peer.next();
        while (message.has("method")) {
            message = peer.next();
        }
        assertThat(message.path("id").asInt()).isEqualTo(id);
        return message;
    }

    private Application application() {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString());
        return new Application(new ConfigReader(Map.of(), settings, true).read(), Stay.FOR_A_CLIENT, ResultMode.FILE);
    }
}
