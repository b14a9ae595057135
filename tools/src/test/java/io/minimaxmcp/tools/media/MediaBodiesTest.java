package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaBodiesTest {
    @TempDir
    Path disk;

    private InputStore inputs;
    private MediaBodies bodies;

    @BeforeEach
    void open() {
        MediaFolders folders = new MediaFolders(disk.resolve("out"), disk.resolve("data"));
        inputs = new InputStore(folders, InstantSource.fixed(Instant.EPOCH));
        bodies = new MediaBodies(inputs, new FileWork(Runnable::run));
    }

    @Test
    void putsTheBytesInWhenTheBodyIsWritten() throws Exception {
        byte[] bytes = new byte[150_001];
        new Random(3).nextBytes(bytes);
        ObjectNode body = body(kept(bytes), bytes.length);

        String sent = Json.MAPPER.writeValueAsString(await(bodies.fill(body)));

        String uri = Json.MAPPER.readTree(sent).at("/content/0/image_url/url").asText();
        assertThat(uri).startsWith("data:image/png;base64,");
        assertThat(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)))
                .isEqualTo(bytes);
        assertThat(Json.MAPPER.readTree(sent).path("prompt").asText()).isEqualTo("a cat");
        assertThat(Json.MAPPER.writeValueAsBytes(await(bodies.fill(body))))
                .asString()
                .isEqualTo(sent);
    }

    @Test
    void leavesTheStoredBodyAsItWas() throws Exception {
        ObjectNode body = body(kept(new byte[] {1}), 1);
        ObjectNode before = body.deepCopy();

        await(bodies.fill(body));
        MediaBodies.shorten(body);

        assertThat(body).isEqualTo(before);
    }

    @Test
    void shortensEveryMediumForPeople() throws IOException {
        ObjectNode body = body("ab".repeat(32), 1_234_567);
        body.put("inline", "data:image/jpeg;base64," + "A".repeat(4000));

        String shown = Json.MAPPER.writeValueAsString(MediaBodies.shorten(body));

        assertThat(shown)
                .contains("\"data:image/png;base64,… (1.2 MB, sha256 abababab…)\"")
                .contains("\"data:image/jpeg;base64,… (3 kB)\"")
                .contains("a cat");
    }

    @Test
    void saysThatNothingWasSentWhenTheInputIsGone() {
        Failure failure = Failures.of(bodies.fill(body("ab".repeat(32), 1)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure.charged()).isEqualTo(Charged.NO);
    }

    @Test
    void readsNoPlaceholderThatIsAPath() {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set("image", MediaBodies.placeholder("../../../etc/passwd", "image/png", 1));

        assertThat(Failures.of(bodies.fill(body)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    private String kept(byte[] bytes) throws IOException {
        Draft draft = inputs.draft(new ByteArrayInputStream(bytes), 1_000_000);
        inputs.keep(draft);
        return draft.digested().sha256();
    }

    private static ObjectNode body(String sha256, long bytes) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("prompt", "a cat");
        body.putArray("content")
                .addObject()
                .putObject("image_url")
                .set("url", MediaBodies.placeholder(sha256, "image/png", bytes));
        return body;
    }
}
