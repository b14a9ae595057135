package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileRoutesTest {
    private final SandboxClient client = new SandboxClient();
    private final byte[] wav = Samples.speech(Encoding.WAV, 60);

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void keepsAnUploadUntilItIsDeleted() {
        JsonNode file = upload("voice_clone", "sample.wav", wav).json().path("file");
        String id = file.path("file_id").asText();

        SandboxClient.Reply retrieved = client.get("/v1/files/retrieve?file_id=" + id);
        SandboxClient.Reply content = client.get("/v1/files/retrieve_content?file_id=" + id);
        SandboxClient.Reply listed = client.get("/v1/files/list?purpose=voice_clone");
        SandboxClient.Reply foreign = client.as("sk-api-other").get("/v1/files/retrieve?file_id=" + id);
        SandboxClient.Reply deleted =
                client.post("/v1/files/delete", "{\"file_id\":" + id + ",\"purpose\":\"voice_clone\"}");
        SandboxClient.Reply gone = client.get("/v1/files/retrieve?file_id=" + id);

        assertThat(file.path("file_id").isIntegralNumber()).isTrue();
        assertThat(file.path("file_id").asLong()).isGreaterThan(1L << 53);
        assertThat(file.path("bytes").asInt()).isEqualTo(wav.length);
        assertThat(retrieved.json().at("/file/filename").asText()).isEqualTo("sample.wav");
        assertThat(retrieved.json().path("file").has("download_url")).isFalse();
        assertThat(content.body()).isEqualTo(wav);
        assertThat(listed.json().path("files")).hasSize(1);
        assertThat(foreign.code()).isEqualTo(2013);
        assertThat(deleted.json().path("file_id").asText()).isEqualTo(id);
        assertThat(gone.code()).isEqualTo(2013);
    }

    @Test
    void looksAtBytesNotNames() {
        byte[] text = "not a sound".getBytes(StandardCharsets.UTF_8);

        assertThat(upload("voice_clone", "sample.wav", text).code()).isEqualTo(2013);
        assertThat(upload("t2a_async_input", "book.txt", text).code()).isZero();
        assertThat(upload("t2a_async_input", "book.zip", text).code()).isEqualTo(2013);
        assertThat(upload("retrieval", "book.txt", text).code()).isEqualTo(2013);
    }

    @Test
    void badInputForVideosLeavesHttp200() {
        SandboxClient.Reply reply =
                upload("video_generation_input", "a.png", "no picture".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(2013);
    }

    @Test
    void anUploadNeedsAFormAPurposeAndAFile() {
        assertThat(client.post("/v1/files/upload", "{}").code()).isEqualTo(2013);
        assertThat(client.upload("/v1/files/upload", Map.of(), "a.wav", wav).code())
                .isEqualTo(2013);
        assertThat(upload("voice_clone", "a.wav", new byte[0]).code()).isEqualTo(2013);
        assertThat(client.upload("/v1/files/upload", Map.of("purpose", "voice_clone", "group", "1"), "a.wav", wav)
                        .code())
                .isEqualTo(2013);
    }

    private SandboxClient.Reply upload(String purpose, String name, byte[] bytes) {
        return client.upload("/v1/files/upload", Map.of("purpose", purpose), name, bytes);
    }
}
