package io.minimaxmcp.server.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Preview;
import io.minimaxmcp.tools.tool.ResourceLink;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolResultsTest {
    private static final ToolResult PICTURE = new ToolResult(
            new Made("j1", 2),
            "Saved /out/fox.png",
            List.of(
                    new ResourceLink("minimax://media/j1-1", "fox.png", "A fox", "image/png", 42L),
                    new ResourceLink("minimax://media/j1-2", "fox-2.png", null, null, null)),
            new Preview("image/jpeg", new byte[] {1, 2, 3}));

    record Made(String jobId, int pictureCount) {}

    @Test
    void showsAShortTextALinkForEachFileOnePreviewAndTheStructure() {
        ObjectNode result = ToolResults.of(PICTURE, Revision.V2025_11_25);

        assertThat(result.toString()).isEqualTo("""
                {"content":[{"type":"text","text":"Saved /out/fox.png"},\
                {"type":"resource_link","uri":"minimax://media/j1-1","name":"fox.png","title":"A fox","mimeType":"image/png","size":42},\
                {"type":"resource_link","uri":"minimax://media/j1-2","name":"fox-2.png"},\
                {"type":"image","data":"AQID","mimeType":"image/jpeg"}],\
                "structuredContent":{"job_id":"j1","picture_count":2}}""");
    }

    @ParameterizedTest
    @EnumSource(names = {"V2024_11_05", "V2025_03_26"})
    void tellsClientsThatKnowNoStructureInText(Revision revision) {
        ObjectNode result = ToolResults.of(PICTURE, revision);

        assertThat(result.path("content"))
                .extracting(block -> block.path("type").asText())
                .containsExactly("text", "text", "image");
        assertThat(result.at("/content/1/text").asText()).isEqualTo("{\"job_id\":\"j1\",\"picture_count\":2}");
        assertThat(result.has("structuredContent")).isFalse();
    }

    @Test
    void saysWhatFailedWhatItCostAndWhatToDoAsTextAndAsData() {
        Failure failure = Failure.of(ErrorKind.RATE_LIMITED, "MiniMax is busy.", "Wait, then call again.")
                .fromUpstream(1002, "t-1")
                .retryAfter(Duration.ofSeconds(7))
                .onField("prompt")
                .ofJob("j1");

        ObjectNode result = ToolResults.of(failure);

        assertThat(result.toString()).isEqualTo("""
                {"isError":true,"content":[{"type":"text",\
                "text":"MiniMax is busy. It cost nothing. Wait, then call again."}],\
                "_meta":{"io.minimaxmcp/error":{"code":"RATE_LIMITED","field":"prompt","upstream_code":1002,\
                "trace_id":"t-1","retryable":true,"retry_after_s":7,"charged":"no",\
                "next_step":"Wait, then call again.","job_id":"j1"}}}""");
    }

    @ParameterizedTest
    @EnumSource(Charged.class)
    void alwaysSaysWhetherItCostAnything(Charged charged) {
        Failure failure =
                Failure.of(ErrorKind.UPSTREAM, "It broke.", "Do this.").charged(charged);

        String cost = switch (charged) {
            case NO -> "It cost nothing.";
            case YES -> "It was charged.";
            case UNKNOWN -> "Whether it was charged is not known.";
        };
        assertThat(text(failure)).isEqualTo("It broke. " + cost + " Do this.");
    }

    @Test
    void keepsErrorTextsUnderAKilobyteAndTheNextStepWhole() {
        Failure failure = Failure.of(ErrorKind.CONTENT, "漫画🦊".repeat(500), "Change the prompt.");

        assertThat(text(failure).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(text(failure)).contains("…").endsWith("It cost nothing. Change the prompt.");
        assertThat(text(failure)).doesNotContain("\uFFFD");
    }

    private static String text(Failure failure) {
        JsonNode block = ToolResults.of(failure).at("/content/0/text");
        return block.asText();
    }
}
