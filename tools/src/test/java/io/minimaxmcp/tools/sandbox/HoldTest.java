package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final String PATH = "/v1/image_generation";
    private static final String ORDER = """
            {"model": "image-01", "prompt": "a lighthouse"}""";

    private SandboxClient client;

    @BeforeEach
    void start() {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void anAnswerIsKeptBackAfterTheWorkUntilItIsLetGo() {
        Hold hold = client.sandbox.faults().hold(PATH, Hold.At.ANSWER);
        CompletableFuture<SandboxClient.Reply> reply = CompletableFuture.supplyAsync(() -> client.post(PATH, ORDER));
        await(hold);
        boolean answered = reply.isDone();
        long taken = client.sandbox.taken(PATH);

        hold.release();

        assertThat(answered).isFalse();
        assertThat(taken).isOne();
        assertThat(reply.join().code()).isZero();
    }

    @Test
    void aBodyIsKeptBackInTheMiddleAndThenGoesOn() {
        String url = client.post(PATH, ORDER).json().at("/data/image_urls/0").asText();
        byte[] whole = client.get(url).body();
        Hold hold = client.sandbox.faults().hold("/media/", Hold.At.HALFWAY);
        CompletableFuture<SandboxClient.Reply> reply = CompletableFuture.supplyAsync(() -> client.get(url));
        await(hold);
        boolean answered = reply.isDone();

        hold.release();

        assertThat(answered).isFalse();
        assertThat(reply.join().body()).isEqualTo(whole);
    }

    private static void await(Hold hold) {
        hold.reached().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
