package io.minimaxmcp.server.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.resource.UpstreamErrors;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What agents are given to read. */
class TextsTest {
    private final Resources resources = new Resources(List.of(new Guides(Map.of())));

    @Test
    void instructionsAreShort() {
        assertThat(Instructions.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1500);
        assertThat(Instructions.text()).contains("request_id", "dry_run", "confirm", "get_job", "minimax://guide/");
    }

    @Test
    void everyGuideThatIsListedCanBeReadAndIsShort() {
        JsonNode listed =
                resources.list(Tenant.LOCAL).toCompletableFuture().join().path("resources");

        assertThat(listed).hasSize(7).allSatisfy(entry -> {
            JsonNode guide = resources
                    .read(Tenant.LOCAL, entry.path("uri").asText())
                    .toCompletableFuture()
                    .join()
                    .orElseThrow()
                    .at("/contents/0");
            assertThat(guide.path("mimeType").asText()).isEqualTo("text/markdown");
            assertThat(guide.path("text").asText()).startsWith("# ").hasSizeLessThan(8_000);
        });
    }

    @Test
    void theGuideToErrorsTellsOfEveryCodeThatTheServerKnows() {
        Guides guides = new Guides(Map.of("error-codes", UpstreamErrors::markdown));

        String text = new Resources(List.of(guides))
                .read(Tenant.LOCAL, "minimax://guide/error-codes")
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .at("/contents/0/text")
                .asText();

        assertThat(text).contains("| 1008 |", "| 2153 |", "| HTTP 429 |").hasSizeLessThan(16_000);
        assertThat(text)
                .contains(Stream.of(ErrorKind.values()).map(ErrorKind::name).toList());
    }

    @Test
    void guidesAreFoundByTheBeginningOfTheirTopic() {
        List<String> found = resources
                .complete(Tenant.LOCAL, "minimax://guide/{topic}", "s")
                .orElseThrow()
                .toCompletableFuture()
                .join();

        assertThat(found).containsExactly("speech", "sandbox");
    }

    @Test
    void anotherTopicDoesNotExist() {
        assertThat(read("minimax://guide/../instructions")).isFalse();
        assertThat(read("minimax://guide/")).isFalse();
        assertThat(read("minimax://guide/cooking")).isFalse();
        assertThat(read("file:///etc/passwd")).isFalse();
    }

    private boolean read(String uri) {
        return resources.read(Tenant.LOCAL, uri).toCompletableFuture().join().isPresent();
    }
}
