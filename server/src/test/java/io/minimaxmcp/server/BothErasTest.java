package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.tools.media.ResultMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product over one pipe that two clients of two eras could share: each answer is of the era of its question. */
class BothErasTest {
    private static final int MESSAGES = 10_000;

    /**
     * Asked in turn, each in both eras.
     *
     * @param cacheable whether its results say for how long they hold
     * @param sessionRefusal the error that it gets in a session; 0 where it is answered
     * @param statelessRefusal the same of the stateless era
     */
    private record Question(
            String method, String members, boolean cacheable, int sessionRefusal, int statelessRefusal) {
        static Question answered(String method, String members, boolean cacheable) {
            return new Question(method, members, cacheable, 0, 0);
        }
    }

    private static final List<Question> QUESTIONS = List.of(
            Question.answered("tools/list", "", true),
            Question.answered("tools/call", "'name':'list_models','arguments':{'kind':'video'}", false),
            Question.answered("tools/call", "'name':'list_jobs','arguments':{}", false),
            Question.answered("tools/call", "'name':'get_job','arguments':{'job_id':'nothing'}", false),
            Question.answered("resources/list", "", true),
            Question.answered("resources/templates/list", "", true),
            Question.answered("resources/read", "'uri':'minimax://guide/camera-moves'", true),
            Question.answered("prompts/list", "", true),
            Question.answered("prompts/get", "'name':'song_from_theme','arguments':{'theme':'the sea'}", false),
            Question.answered(
                    "completion/complete",
                    "'ref':{'type':'ref/prompt','name':'song_from_theme'},'argument':{'name':'model','value':'m'}",
                    false),
            new Question("ping", "", false, 0, -32601),
            new Question("server/discover", "", true, -32602, 0),
            new Question("resources/read", "'uri':'minimax://guide/nothing'", true, -32002, -32602),
            new Question("tools/list", "'cursor':'7'", true, -32602, -32602),
            new Question("tools/call", "'name':'nothing'", false, -32602, -32602),
            new Question("nothing/known", "", false, -32601, -32601));

    @TempDir
    Path folder;

    @Test
    void answersTenThousandMessagesEachInItsOwnForm() {
        try (Application application = application();
                StdioPeer peer = new StdioPeer(application::serveStdio)) {
            peer.initialize();
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(peer));

            Map<Integer, JsonNode> answers = new HashMap<>();
            for (int i = 0; i < MESSAGES; i++) {
                JsonNode answer = peer.next();
                answers.put(answer.path("id").asInt(), answer);
            }

            sent.join();
            assertThat(answers).hasSize(MESSAGES);
            answers.forEach(BothErasTest::assertForm);
        }
    }

    private Application application() {
        Map<String, String> settings = Map.of(
                "HOME", folder.toString(),
                "MINIMAX_MCP_DATA_DIR", folder.resolve("data").toString(),
                "MINIMAX_MCP_OUTPUT_DIR", folder.resolve("output").toString());
        return new Application(new ConfigReader(Map.of(), settings, true).read(), Stay.FOR_A_CLIENT, ResultMode.FILE);
    }

    private static void send(StdioPeer peer) {
        for (int id = 1; id <= MESSAGES; id++) {
            Question question = question(id);
            String rest = "'method':'" + question.method() + "','params':{" + question.members() + "}}";
            peer.send(
                    isStateless(id)
                            ? Stateless.request(id, question.method(), question.members())
                            : "{'jsonrpc':'2.0','id':" + id + "," + rest);
        }
    }

    private static Question question(int id) {
        return QUESTIONS.get(id / 2 % QUESTIONS.size());
    }

    private static boolean isStateless(int id) {
        return id % 2 == 0;
    }

    private static void assertForm(int id, JsonNode answer) {
        Question question = question(id);
        boolean stateless = isStateless(id);
        int refusal = stateless ? question.statelessRefusal() : question.sessionRefusal();
        assertThat(answer.at("/error/code").asInt()).as(answer::toString).isEqualTo(refusal);
        JsonNode result = answer.path("result");
        assertThat(result.isObject()).isEqualTo(refusal == 0);
        boolean modern = stateless && refusal == 0;
        assertThat(result.has("resultType")).as(answer::toString).isEqualTo(modern);
        assertThat(result.path("_meta").has("io.modelcontextprotocol/serverInfo"))
                .isEqualTo(modern);
        assertThat(result.has("ttlMs")).isEqualTo(modern && question.cacheable());
        assertThat(result.has("cacheScope")).isEqualTo(modern && question.cacheable());
    }
}
