package io.minimaxmcp.examples.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result of a tool call as a client sees it. */
record Outcome(JsonNode result) {

    boolean isError() {
        return result.path("isError").asBoolean();
    }

    String text() {
        return result.at("/content/0/text").asText();
    }

    /** The code of an error. */
    String code() {
        return error().path("code").asText();
    }

    JsonNode error() {
        return result.path("_meta").path("io.minimaxmcp/error");
    }

    /** What the tool answered; it must have. */
    JsonNode data() {
        assertThat(isError()).as(text()).isFalse();
        return result.path("structuredContent");
    }

    String jobId() {
        return data().path("job_id").asText();
    }

    /** How the job stands, told as a result or as an error. */
    String status() {
        return data().path("status").asText();
    }

    /** The one file that was made. */
    Path file() {
        return Path.of(data().at("/artifacts/0/path").asText());
    }

    /** Checks that the job is done and that its file is whole. */
    Outcome hasItsFile() throws IOException {
        assertThat(status()).as(text()).isEqualTo("succeeded");
        assertThat(file()).isRegularFile();
        assertThat(Files.size(file()))
                .isPositive()
                .isEqualTo(data().at("/artifacts/0/bytes").asLong());
        return this;
    }
}
