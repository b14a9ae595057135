package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every combination of the catalogue: what it allows is accepted by the sandbox, whose rules are written from the API reference; what it
 * does not allow is refused here, by name, and nothing is sent.
 */
abstract class CatalogueMatrix {
    static final String PICTURE = "https://example.org/picture.png";

    /** The document itself, not the records that the capabilities read: the expectation must not come from what is tested. */
    private static final JsonNode CATALOG = document();

    private static Sandbox sandbox;
    private static Workbench bench;

    @BeforeAll
    static void open(@TempDir Path folder) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ZERO))
                .toCompletableFuture()
                .join();
        bench = new Workbench(folder, sandbox.host(), Workbench.Setup.USUAL.onlyLinks());
    }

    @AfterAll
    static void close() {
        bench.close();
        sandbox.close();
    }

    static Round round(String tool, String path) {
        return new Round(tool, path);
    }

    /** Many calls of one tool, each with what is to become of it. */
    static final class Round {
        private static final AtomicInteger numbers = new AtomicInteger();
        private final String tool;
        private final String path;
        private final List<ObjectNode> allowed = new ArrayList<>();
        private final List<Map.Entry<ObjectNode, Set<String>>> forbidden = new ArrayList<>();

        Round(String tool, String path) {
            this.tool = tool;
            this.path = path;
        }

        /**
         * @param fields the arguments of which one is to be named when the call is refused
         */
        Round add(JsonNode call, boolean isAllowed, String... fields) {
            if (isAllowed) {
                allowed.add((ObjectNode) call);
            } else {
                forbidden.add(Map.entry((ObjectNode) call, Set.of(fields)));
            }
            return this;
        }

        void play() {
            assertThat(allowed).isNotEmpty();
            for (ObjectNode call : allowed) {
                long taken = sandbox.taken(path);
                // The same request in other words would find the first job.
                call.put("request_id", tool + numbers.incrementAndGet());
                bench.call(tool, call, Workbench.patient());
                assertThat(sandbox.taken(path) - taken).as(call.toString()).isEqualTo(1);
            }
            int before = sandbox.requests().entries().size();
            forbidden.forEach(entry -> refuse(entry.getKey(), entry.getValue()));
            assertThat(sandbox.requests().entries()).as("nothing was sent").hasSize(before);
        }

        private void refuse(ObjectNode call, Set<String> fields) {
            Failure failure = bench.failure(tool, call, Workbench.patient());

            assertThat(failure.kind()).as(call.toString()).isEqualTo(ErrorKind.INVALID_INPUT);
            assertThat(failure.charged()).isEqualTo(Charged.NO);
            assertThat(fields)
                    .as(call + " was refused with: " + failure.message())
                    .contains(failure.field());
            assertThat(failure.message()).contains(String.valueOf(failure.field()));
            assertThat(failure.nextStep()).isNotBlank();
            assertThat((failure.message() + failure.nextStep()).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(960);
        }
    }

    private static JsonNode document() {
        try {
            return Json.MAPPER.readTree(Files.readString(Path.of("../schemas/catalog/models.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> offered(String capability) {
        return StreamSupport.stream(CATALOG.path("models").spliterator(), false)
                .filter(model -> model.path("capability").asText().equals(capability))
                .filter(model -> model.path("offered").asBoolean())
                .toList();
    }

    static JsonNode model(String id) {
        return StreamSupport.stream(CATALOG.path("models").spliterator(), false)
                .filter(model -> model.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable JsonNode mode(JsonNode model, String name) {
        return StreamSupport.stream(model.path("modes").spliterator(), false)
                .filter(mode -> mode.path("mode").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    static boolean hasMode(JsonNode model, String name) {
        return mode(model, name) != null;
    }

    static boolean makes(JsonNode model, String name, String resolution, int duration) {
        JsonNode mode = mode(model, name);
        return mode != null
                && StreamSupport.stream(mode.path("combinations").spliterator(), false)
                        .filter(row -> row.path("resolution").asText().equals(resolution))
                        .anyMatch(row -> numbers(row.path("durations")).contains(duration));
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static Set<Integer> numbers(JsonNode array) {
        Set<Integer> numbers = new TreeSet<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    static ObjectNode object(String name, String value) {
        return Json.MAPPER.createObjectNode().put(name, value);
    }
}
