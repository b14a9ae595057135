package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every recorded conversation against the tools as the server puts them together, over real sockets. */
class ConversationsTest {
    private static final Path RECORDED = Path.of("src/test/resources/conversations");

    private final Specimens specimens = new Specimens();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> everyConversationEndsAsRecorded() {
        return Capabilities.ALL.stream()
                .map(Entry::tool)
                .map(tool -> dynamicContainer(tool, recorded(tool).stream().map(file -> played(tool, file))));
    }

    @Test
    void everyToolIsRecordedSucceedingFailingAndRefusing() {
        for (Entry entry : Capabilities.ALL) {
            List<Conversation> all =
                    recorded(entry.tool()).stream().map(ConversationsTest::read).toList();

            assertThat(all).as(entry.tool() + " succeeds").anyMatch(one -> one.result() != null);
            if (asksMiniMax(entry)) {
                assertThat(all)
                        .as(entry.tool() + " passes on an error of MiniMax")
                        .anyMatch(one -> !one.upstream().isEmpty()
                                && (one.error() != null || entry.tool().equals("status")));
            }
            assertThat(all)
                    .as(entry.tool() + " refuses wrong arguments")
                    .anyMatch(one -> one.error() != null && one.posts() == 0);
        }
    }

    /** The tools that look at our own ledger and catalogue hear of no vendor. */
    private static boolean asksMiniMax(Entry entry) {
        return entry.paid()
                || List.of("list_voices", "delete_voice", "status", "list_files", "get_file", "delete_file")
                        .contains(entry.tool());
    }

    private static List<Path> recorded(String tool) {
        try (Stream<Path> files = Files.list(RECORDED.resolve(tool))) {
            return files.sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Conversation read(Path file) {
        try {
            return Conversation.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private DynamicTest played(String tool, Path file) {
        String name = file.getFileName().toString().replace(".json", "").replace('_', ' ');
        return dynamicTest(name, () -> play(tool, read(file)));
    }

    private void play(String tool, Conversation conversation) throws IOException {
        Path home = Files.createTempDirectory(folder, tool);
        ArrayNode before = Json.MAPPER.createArrayNode();
        try (ScriptedMiniMax minimax = new ScriptedMiniMax();
                Workbench bench = new Workbench(home, minimax.host(), setup(conversation))) {
            Placeholders places = new Placeholders(minimax.host(), specimens, home.resolve("inputs"), before);
            minimax.learn(conversation.upstream(), places, specimens);
            for (Conversation.Earlier earlier : conversation.before()) {
                ObjectNode arguments = (ObjectNode) places.in(earlier.arguments());
                before.add(structured(bench.call(earlier.tool(), arguments, Workbench.patient())));
            }

            ObjectNode arguments = (ObjectNode) places.in(conversation.arguments());
            end(bench, tool, arguments, conversation, places);

            assertThat(minimax.complaints()).isEmpty();
            assertThat(minimax.posts()).as("POSTs").isEqualTo(conversation.posts());
            assertThat(minimax.played()).as("exchanges").isEqualTo(due(conversation));
        }
    }

    private static int due(Conversation conversation) {
        return (int) conversation.upstream().stream()
                .filter(exchange -> !exchange.forever())
                .count();
    }

    private static void end(
            Workbench bench, String tool, ObjectNode arguments, Conversation conversation, Placeholders places)
            throws IOException {
        CallContext context = conversation.patienceS() == null
                ? Workbench.patient()
                : CallContext.local(Duration.ofSeconds(conversation.patienceS()));
        if (conversation.error() != null) {
            Failure failure = bench.failure(tool, arguments, context);
            assertThat(Subset.differences("error", places.in(conversation.error()), Json.MAPPER.valueToTree(failure)))
                    .isEmpty();
            assertUnderstandable(failure);
        } else if (conversation.result() != null) {
            ToolResult result = bench.call(tool, arguments, context);
            assertThat(Subset.differences("result", places.in(conversation.result()), structured(result)))
                    .isEmpty();
            assertThat(result.text()).contains(conversation.text() == null ? "" : conversation.text());
            assertSaved(structured(result));
        }
    }

    /** Every failure says what happened and what to do, and is within the contract's 1 kB. */
    private static void assertUnderstandable(Failure failure) {
        assertThat(failure.message()).isNotBlank().doesNotContain("Exception", "<html", Workbench.KEY);
        assertThat(failure.nextStep()).isNotBlank();
        assertThat((failure.message() + failure.nextStep()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(960);
    }

    /** What a result says of its files is true of the files. */
    private static void assertSaved(JsonNode result) throws IOException {
        for (JsonNode artifact : result.path("artifacts")) {
            if (!artifact.has("path")) {
                assertThat(artifact.path("url").asText()).startsWith("http");
                continue;
            }
            Path path = Path.of(artifact.path("path").asText());
            byte[] bytes = Files.readAllBytes(path);
            assertThat(artifact.path("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(artifact.path("sha256").asText()).isEqualTo(sha256(bytes));
            assertThat(artifact.path("uri").asText()).startsWith("minimax://media/");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode structured(ToolResult result) {
        return Json.MAPPER.valueToTree(result.structured());
    }

    private static Workbench.Setup setup(Conversation conversation) {
        Conversation.Setting settings = conversation.settings();
        Workbench.Setup setup = Workbench.Setup.USUAL;
        if (settings == null) {
            return setup;
        }
        setup = setup.with(Dialect.valueOf(settings.dialect().toUpperCase(Locale.ROOT)));
        if (Boolean.TRUE.equals(settings.anyModel())) {
            setup = setup.withAnyModel();
        }
        if (Boolean.TRUE.equals(settings.onlyLinks())) {
            setup = setup.onlyLinks();
        }
        if (settings.timeoutScale() != null) {
            setup = setup.with(Patience.QUICK.timeoutsTimes(settings.timeoutScale()));
        }
        return settings.catalog() == null
                ? setup
                : setup.with(ModelCatalog.load().overlay(settings.catalog()));
    }
}
