package io.minimaxmcp.examples.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every conversation begins with. */
class StartIT {
    @TempDir
    Path folder;

    @Test
    void theListOfToolsIsSmallAndTheSameInEachProcess() {
        try (Stage stage = Stage.quick(folder)) {
            String first = tools(stage.patient());
            String second = tools(stage.patient());

            assertThat(first).isEqualTo(second).contains("generate_video");
            assertThat(first.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(20 * 1024);
            assertThat(stage.home().data()).doesNotExist();
        }
    }

    private static String tools(ServerProcess server) {
        return server.request("tools/list", Json.MAPPER.createObjectNode())
                .result()
                .join()
                .toString();
    }
}
