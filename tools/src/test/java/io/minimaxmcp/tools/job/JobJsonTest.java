package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobJsonTest {
    @Test
    void aJobComesBackFromJsonAsItWas() throws Exception {
        var request = Json.MAPPER.createObjectNode().put("model", "image-01").put("prompt", "a lighthouse");
        var order = new Order(
                "generate_image",
                "image",
                "image",
                "image-01",
                request,
                new Estimate(Usd.of("0.0035"), "1 image"),
                null,
                "a lighthouse",
                null);
        var artifact = new Artifact("minimax://media/a-1", null, "/tmp/a.png", "image/png", 3L, "ab", null, 8, 8);
        var failure = Failure.of(ErrorKind.CONTENT, "It was blocked.", "Change the prompt.")
                .ofJob("a");
        var job = new Job(
                "a",
                3,
                Tenant.LOCAL,
                "once",
                "f1",
                order,
                JobStage.FAILED,
                Instant.parse("2026-11-23T00:00:00Z"),
                Instant.parse("2026-11-23T00:00:01Z"),
                true,
                "424010985738629",
                "trace",
                "Fail",
                List.of(Output.at("https://x/y.png", "png"), Output.file("12", "mp4")),
                List.of(artifact),
                null,
                failure,
                new Told("Home", "Folk", null, Usd.of("0.0100")));

        Job back = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(job), Job.class);

        assertThat(back).isEqualTo(job);
    }
}
