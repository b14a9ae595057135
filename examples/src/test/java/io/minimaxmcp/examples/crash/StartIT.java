package io.minimaxmcp.examples.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every conversation begins with. */
class StartIT {
    private static final long MOST_BYTES = 37_000_000;

    @TempDir
    Path folder;

    @Test
    void theListOfToolsIsSmallAndTheSameInEachProcess() {
        try (Stage stage = Stage.quick(folder)) {
            String first = tools(stage.patient());
            String second = tools(stage.patient());

            assertThat(first).isEqualTo(second).contains("generate_video");
            assertThat(first.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(18_000);
            assertThat(stage.home().data()).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1700 | {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
            2250 | {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}~{"jsonrpc":"2.0","method":"notifications/initialized"}~{"jsonrpc":"2.0","id":1,"method":"tools/list"}
            """)
    void aStartLoadsNothingThatListingToolsDoesNotNeed(int most, String firstWords) throws Exception {
        Path loaded = folder.resolve("classes.txt");
        Path input = Files.writeString(folder.resolve("input"), firstWords.replace('~', '\n') + "\n");
        List<String> command = new ArrayList<>(ServerProcess.command(List.of("stdio")));
        command.add(1, "-Xlog:class+load:file=" + loaded);
        ProcessBuilder server = new ProcessBuilder(command).redirectInput(input.toFile());

        String said = new String(server.start().getInputStream().readAllBytes(), UTF_8);

        assertThat(said).contains("generate_video");
        List<String> classes = Files.readAllLines(loaded);
        System.out.println("classes loaded for tools/list: " + classes.size() + " of " + most);
        assertThat(classes).hasSizeLessThanOrEqualTo(most);
        assertThat(classes)
                .noneMatch(
                        name -> name.matches(
                                ".* (io\\.vertx|io\\.netty|dev\\.failsafe|org\\.sqlite|org\\.eclipse\\.jetty|com\\.networknt|picocli|.*\\.ObjectMapper).*"));
    }

    @Test
    void whatIsInstalledDoesNotGrowUnseen() throws IOException {
        Path lib = Path.of("..", "server", "target", "minimax-mcp", "lib");
        try (Stream<Path> jars = Files.list(lib).filter(file -> file.toString().endsWith(".jar"))) {
            long bytes = jars.mapToLong(jar -> jar.toFile().length()).sum();

            System.out.println("jars: " + bytes + " bytes of " + MOST_BYTES);
            assertThat(bytes).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static String tools(ServerProcess server) {
        return server.request("tools/list", Json.MAPPER.createObjectNode())
                .result()
                .join()
                .toString();
    }
}
