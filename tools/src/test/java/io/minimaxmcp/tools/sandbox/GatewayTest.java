package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String PATH = "/v1/image_generation";
    private static final String FOX = "{\"model\":\"image-01\",\"prompt\":\"a fox\"}";
    private SandboxClient client = new SandboxClient();

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void knowsItsPathsAndTheirMethods() {
        assertThat(client.post("/v1/nothing", "{}").status()).isEqualTo(404);
        assertThat(client.get(PATH).status()).isEqualTo(405);
    }

    @Test
    void aMissingKeyIsA1004UnderHttp200() {
        SandboxClient.Reply reply = client.as("").post(PATH, FOX);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo(1004);
    }

    @Test
    void keysOfTheOtherRegionAndUnknownOnesAreRefusedWith2049() {
        restart(SandboxOptions.defaults().withKeys("right").withForeignKeys("foreign"));

        assertThat(client.as("right").post(PATH, FOX).code()).isZero();
        assertThat(client.as("foreign").post(PATH, FOX).code()).isEqualTo(2049);
        assertThat(client.as("wrong").post(PATH, FOX).code()).isEqualTo(2049);
    }

    @Test
    void anEmptyGroupIdLooksLikeAnEmptyAccount() {
        assertThat(client.post(PATH + "?GroupId=", FOX).code()).isEqualTo(1008);
        assertThat(client.post(PATH + "?GroupId=17", FOX).code()).isEqualTo(1004);
    }

    @Test
    void keepsToTheRateLimitOfAMinute() {
        restart(SandboxOptions.defaults().withRatesPerMinute(Map.of(PATH, 2)));
        client.post(PATH, FOX);
        client.clock.advance(Duration.ofSeconds(30));
        client.post(PATH, FOX);

        SandboxClient.Reply third = client.post(PATH, FOX);
        client.clock.advance(Duration.ofSeconds(30));
        SandboxClient.Reply afterAMinute = client.post(PATH, FOX);

        assertThat(third.code()).isEqualTo(1002);
        assertThat(afterAMinute.code()).isZero();
        assertThat(client.sandbox.taken(PATH)).isEqualTo(3);
    }

    @Test
    void writesDownWhatItIsAskedButNoKey() {
        client.post(PATH + "?a=b", FOX);

        Journal.Entry entry = client.sandbox.requests().entries(PATH).get(0);

        assertThat(entry.method()).isEqualTo("POST");
        assertThat(entry.query()).containsEntry("a", "b");
        assertThat(entry.body()).isEqualTo(FOX);
        assertThat(entry.toString()).doesNotContain("sk-api-test");
        assertThat(client.sandbox.requests().count("POST", PATH)).isEqualTo(1);
        assertThat(client.sandbox.requests().count("GET", PATH)).isZero();
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        SandboxClient.Reply reply =
                client.send("POST", PATH, "text/plain", java.net.http.HttpRequest.BodyPublishers.ofString(FOX));

        assertThat(reply.code()).isEqualTo(2013);
    }

    @Test
    void closesItsConnections() {
        client.post(PATH, FOX);

        client.close();

        assertThatThrownBy(() -> client.post(PATH, FOX)).isInstanceOf(SandboxClient.ConnectionDied.class);
    }

    private void restart(SandboxOptions options) {
        client.close();
        client = new SandboxClient(options);
    }
}
