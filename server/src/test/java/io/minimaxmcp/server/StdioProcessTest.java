package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, seen through its pipes. */
class StdioProcessTest {

    @Test
    void listsTheSameBytesAtEveryStart() throws Exception {
        String first = list();
        String second = list();

        assertThat(second).isEqualTo(first);
        assertThat(first)
                .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"echo\",\"title\":");
    }

    @Test
    void answersAllThatWasAskedBeforeTheInputEndedAndEndsByItself() throws Exception {
        try (ServerProcess server = new ServerProcess()) {
            server.handshake();
            for (int id = 1; id <= 20; id++) {
                server.send(call(id, "echo", "text"));
            }
            server.send(call(21, "slow", "300"));

            List<String> answers = server.finish();

            assertThat(answers).hasSize(22);
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void keepsTheOutputPureWhateverPrintsAndHoweverBrokenTheLoggingIs(@TempDir Path folder) throws Exception {
        Path nowhere = folder.resolve("missing/log.txt");
        try (ServerProcess server = new ServerProcess("-Dorg.slf4j.simpleLogger.logFile=" + nowhere)) {
            server.handshake();
            server.send("", "garbage", call(1, "break", "x"));

            List<String> answers = server.finish();

            assertThat(answers)
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(isMessage(line)).as(line).isTrue());
        }
    }

    @Test
    void endsQuietlyWhenNobodyReadsAnyMore() throws Exception {
        try (ServerProcess server = new ServerProcess()) {
            server.handshake();
            server.next();
            server.stopReading();

            server.send(call(1, "echo", "x"), call(2, "slow", "60000"));

            assertThat(server.awaitExit()).isZero();
        }
    }

    private static String list() throws Exception {
        try (ServerProcess server = new ServerProcess()) {
            server.handshake();
            server.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
            server.next();
            return server.next();
        }
    }

    private static String call(int id, String tool, String text) {
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'tools/call','params':{'name':'" + tool
                + "','arguments':{'text':'" + text + "'}}}";
    }

    private static boolean isMessage(String line) throws Exception {
        JsonNode message = Json.MAPPER.readTree(line);
        return message.path("jsonrpc").asText().equals("2.0");
    }
}
