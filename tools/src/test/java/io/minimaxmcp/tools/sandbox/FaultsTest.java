package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final String PATH = "/v1/image_generation";
    private SandboxClient client;
    private long takenBefore;

    @BeforeAll
    void start() {
        client = new SandboxClient();
    }

    @BeforeEach
    void count() {
        takenBefore = client.sandbox.taken(PATH);
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1002, 1008, 1026, 2013, 2049, 9999})
    void anyStatusCodeOnDemandAndNothingIsBilled(int code) {
        SandboxClient.Reply reply = paint("[[sandbox:" + code + "]]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.words()).isNotBlank();
        assertThat(taken()).isZero();
    }

    @Test
    void gatewaysAnswerInHtmlAndMaySayWhenToComeBack() {
        SandboxClient.Reply reply = paint("[[sandbox:http-429 retry-after=2]]");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(reply.text()).startsWith("<html>");
        assertThat(taken()).isZero();
    }

    @Test
    void aPageInTheWayLooksLikeSuccessToHttp() {
        SandboxClient.Reply reply = paint("[[sandbox:html]]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void aResetBeforeTheWorkCostsNothingAndOneAfterItDoes() {
        assertThatThrownBy(() -> paint("[[sandbox:reset-before]]")).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThat(taken()).isZero();

        assertThatThrownBy(() -> paint("[[sandbox:reset-after]]")).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void brokenAnswersHaveBeenBilled() {
        assertThat(paint("[[sandbox:empty]]").body()).isEmpty();
        assertThat(paint("[[sandbox:truncated]]").text()).startsWith("{").doesNotEndWith("}");
        assertThatThrownBy(() -> paint("[[sandbox:breaks-off]]")).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void aSlowAnswerIsAWholeAnswer() {
        assertThat(paint("[[sandbox:slow=0.05]]").code()).isZero();
    }

    @Test
    void aMarkerMayActOnTheFirstFewRequestsOnly() {
        assertThat(paint("first [[sandbox:1002 times=2]]").code()).isEqualTo(1002);
        assertThat(paint("first [[sandbox:1002 times=2]]").code()).isEqualTo(1002);
        assertThat(paint("first [[sandbox:1002 times=2]]").code()).isZero();
        assertThat(paint("second [[sandbox:1002 once]]").code()).isEqualTo(1002);
        assertThat(paint("second [[sandbox:1002 once]]").code()).isZero();
    }

    @Test
    void anUnknownMarkerNamesTheKnownOnes() {
        assertThat(paint("[[sandbox:explode]]").words()).contains("explode", "reset-after", "video-fail");
    }

    @Test
    void scriptsAnnounceFaultsForPathsWithoutABody() {
        String url = paint("a fox").json().at("/data/image_urls/0").asText();
        client.sandbox.faults().next("/media/", "http-503");
        client.sandbox.faults().next("/media/", "breaks-off times=2");

        assertThat(client.get(url).status()).isEqualTo(503);
        assertThatThrownBy(() -> client.get(url)).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThatThrownBy(() -> client.get(url)).isInstanceOf(SandboxClient.ConnectionDied.class);
        assertThat(client.get(url).status()).isEqualTo(200);
    }

    @Test
    void downloadsFailAsOftenAsAskedAndCanBeResumed() {
        String url = paint("a fox [[sandbox:download-fail=2]]")
                .json()
                .at("/data/image_urls/0")
                .asText();

        assertThat(client.get(url).status()).isEqualTo(503);
        assertThatThrownBy(() -> client.get(url)).isInstanceOf(SandboxClient.ConnectionDied.class);
        byte[] whole = client.get(url).body();
        SandboxClient.Reply rest =
                client.send(HttpRequest.newBuilder(client.host().resolve(url)).header("Range", "bytes=1000-"));

        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range"))
                .hasValue("bytes 1000-" + (whole.length - 1) + "/" + whole.length);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 1000, whole.length));
    }

    @Test
    void aLinkCanBeBornExpired() {
        String url = paint("a fox [[sandbox:link-expired=1]]")
                .json()
                .at("/data/image_urls/0")
                .asText();

        assertThat(client.get(url).status()).isEqualTo(403);
    }

    private long taken() {
        return client.sandbox.taken(PATH) - takenBefore;
    }

    private SandboxClient.Reply paint(String prompt) {
        return client.post(PATH, "{\"model\":\"image-01\",\"width\":512,\"height\":512,\"prompt\":\"" + prompt + "\"}");
    }
}
