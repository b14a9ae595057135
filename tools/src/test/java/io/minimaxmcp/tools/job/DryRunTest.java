package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import org.junit.jupiter.api.Test;

class DryRunTest {
    @Test
    void showsTheRequestWithoutMediaAndSignatures() throws Exception {
        var body = (ObjectNode) Json.MAPPER.readTree("""
                {"prompt": "why? because", "first": "data:image/png;base64,AAAABBBB",
                 "subjects": [{"image": ["https://cdn.example/a.png?X-Signature=secret", "https://b.example/b.png"]}]}
                """);
        String before = body.toString();

        var request = DryRun.request(new FakeVideos().endpoint(TestProcess.video("a fox")), body);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body().toString())
                .contains("why? because", "https://cdn.example/a.png?…", "\"https://b.example/b.png\"")
                .doesNotContain("secret", "AAAABBBB");
        assertThat(body).hasToString(before);
    }
}
