package io.minimaxmcp.server.transport.http;

import static io.minimaxmcp.server.transport.http.HttpPeer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door says while an authorization server decides who is who; the tokens here are names. */
class OauthTest {
    private static final URI ISSUER = URI.create("https://login.example");
    private static final String TILL_NOW = "-till-now";

    private final HttpPeer peer = new HttpPeer(HttpLimits.DEFAULT, Optional.empty(), List.of(), OauthTest::named);

    private static void named(HttpServer server) {
        ProtectedResource resource =
                new ProtectedResource(() -> server.uri().resolve("/mcp"), ISSUER, List.of("media:make"));
        server.protect(new NameTokens(resource), resource);
    }

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void leadsFromTheFirst401ToTheAuthorizationServer() {
        HttpResponse<String> refused = peer.send(peer.post("", HttpPeer.INITIALIZE));
        String challenge = refused.headers().firstValue("WWW-Authenticate").orElseThrow();
        URI metadata = URI.create(challenge.replaceFirst(".*resource_metadata=\"([^\"]+)\".*", "$1"));

        JsonNode document = json(peer.send(HttpRequest.newBuilder(metadata)).body());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(document.path("resource").asText())
                .isEqualTo(peer.server.uri().resolve("/mcp").toString());
        assertThat(document.at("/authorization_servers/0").asText()).isEqualTo(ISSUER.toString());
        assertThat(document.at("/scopes_supported/0").asText()).isEqualTo("media:make");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp"})
    void tellsItsMetadataToEverybody(String path) {
        assertThat(peer.send(peer.to(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource/other", "/.well-known/oauth-protected-resources"})
    void tellsNothingUnderOtherNames(String path) {
        assertThat(peer.send(peer.to(path)).statusCode()).isIn(401, 404);
    }

    @Test
    void letsInWhoTheTokenNames() {
        HttpResponse<String> answer =
                peer.send(peer.post("", HttpPeer.INITIALIZE).header("Authorization", "Bearer anna"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void saysWith403ThatATokenHoldsTooLittle() {
        HttpResponse<String> answer =
                peer.send(peer.post("", HttpPeer.INITIALIZE).header("Authorization", "Bearer small"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("insufficient_scope");
    }

    @Test
    void endsTheStreamsOfATokenThatIsOver() {
        try (HttpPeer quick = new HttpPeer(
                HttpLimits.DEFAULT.withHeartbeat(Duration.ofMillis(20)),
                Optional.empty(),
                List.of(),
                OauthTest::named)) {
            String session = quick.send(quick.post("", HttpPeer.INITIALIZE).header("Authorization", "Bearer anna"))
                    .headers()
                    .firstValue("Mcp-Session-Id")
                    .orElseThrow();
            HttpRequest.Builder listening = quick.to("/mcp")
                    .header("Accept", "text/event-stream")
                    .header("Mcp-Session-Id", session)
                    .header("Authorization", "Bearer anna");

            try (EventReader over = quick.listen(listening.copy().setHeader("Authorization", "Bearer anna-till-now"));
                    EventReader old = quick.listen(quick.to("/sse").header("Authorization", "Bearer bert-till-now"))) {
                assertThat(old.data()).startsWith("/message");

                assertThat(over.isOver()).isTrue();
                assertThat(old.isOver()).isTrue();
            }
        }
    }

    @Test
    void givesASessionToNobodyElse() {
        String session = peer.send(peer.post("", HttpPeer.INITIALIZE).header("Authorization", "Bearer anna"))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        String ping = "{'jsonrpc':'2.0','id':2,'method':'ping'}";

        HttpResponse<String> stolen = peer.send(peer.post(session, ping).header("Authorization", "Bearer bert"));
        HttpResponse<String> sameKey = peer.send(peer.post(session, ping)
                .header("Authorization", "Bearer bert")
                .header(Guard.MINIMAX_KEY, "sk-api-a-key-of-both"));
        HttpResponse<String> own = peer.send(peer.post(session, ping).header("Authorization", "Bearer anna"));

        assertThat(List.of(stolen.statusCode(), sameKey.statusCode(), own.statusCode()))
                .containsExactly(404, 404, 200);
    }

    /** Every token is its owner's name; {@code small} holds no scope, and what ends so is over by the time it is checked. */
    private record NameTokens(ProtectedResource resource) implements Tokens {
        @Override
        public CompletionStage<Verdict> check(String bearer) {
            return CompletableFuture.supplyAsync(() -> switch (bearer) {
                case "" -> resource.missing();
                case "small" -> resource.insufficient();
                default ->
                    bearer.endsWith(TILL_NOW)
                            ? new Verdict.Known(new Tenant(bearer.replace(TILL_NOW, "")), Instant.EPOCH)
                            : new Verdict.Known(new Tenant(bearer));
            });
        }
    }
}
