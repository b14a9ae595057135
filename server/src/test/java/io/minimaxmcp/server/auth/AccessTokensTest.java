package io.minimaxmcp.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.minimaxmcp.server.transport.http.ProtectedResource;
import io.minimaxmcp.server.transport.http.Tokens.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an authorization server whose keys are fetched from loopback. */
class AccessTokensTest {
    private static final String AUDIENCE = "https://mcp.example/mcp";
    private static final URI ISSUER = URI.create("https://login.example");
    private static final RSAKey KEY = key("first");
    private static final RSAKey NEXT = key("second");

    private volatile JWKSet published = new JWKSet(KEY);
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private HttpServer keys;

    @BeforeEach
    void publish() throws IOException {
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] body = published.toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[10_000]);
                    sent.addAndGet(10_000);
                }
            }
        });
        keys.start();
    }

    @AfterEach
    void end() {
        keys.stop(0);
    }

    @Test
    void knowsATenantByIssuerAndSubject() {
        AccessTokens tokens = tokens();

        Verdict anna = check(tokens, token(KEY, claims -> claims.subject("anna")));
        Verdict again =
                check(tokens, token(KEY, claims -> claims.subject("anna").jwtID("another")));
        Verdict bert = check(tokens, token(KEY, claims -> claims.subject("bert")));

        assertThat(anna).isInstanceOf(Verdict.Known.class).isEqualTo(again).isNotEqualTo(bert);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void saysWhereToGetATokenWhenNoneIsShown() {
        Verdict verdict = check(tokens(), "");

        assertThat(verdict)
                .isEqualTo(new Verdict.Refused(
                        401,
                        "Bearer scope=\"media:make\", "
                                + "resource_metadata=\"https://mcp.example/.well-known/oauth-protected-resource/mcp\"",
                        "Send a token of https://login.example as Authorization: Bearer …"));
    }

    @ParameterizedTest
    @CsvSource({"expired", "too early", "of another issuer", "for another server", "about nobody", "for ever"})
    void refusesATokenThatIs(String fault) {
        Date past = Date.from(now.minusSeconds(60));
        Date future = Date.from(now.plusSeconds(300));
        String token = token(KEY, claims -> switch (fault) {
            case "expired" -> claims.expirationTime(past);
            case "too early" -> claims.notBeforeTime(future);
            case "of another issuer" -> claims.issuer("https://login.evil");
            case "for another server" -> claims.audience("https://other.example/mcp");
            case "about nobody" -> claims.subject(null);
            default -> claims.expirationTime(null);
        });

        Verdict verdict = check(tokens(), token);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.challenge()).contains("error=\"invalid_token\"").contains("resource_metadata=");
        });
    }

    @Test
    void refusesWhatSomebodyElseHasSignedOrNobody() throws JOSEException {
        RSAKey impostor = new RSAKeyGenerator(2048).keyID("first").generate();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        symmetric.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        String whole = token(KEY, claims -> claims);
        String changed = whole.substring(0, whole.lastIndexOf('.') + 1) + "AAAA";

        List<String> tokens = List.of(
                token(impostor, claims -> claims),
                symmetric.serialize(),
                new PlainJWT(claims().build()).serialize(),
                changed,
                "nonsense",
                "a.b.c",
                "x".repeat(100_000));

        assertThat(tokens)
                .allSatisfy(token -> assertThat(check(tokens(), token))
                        .isInstanceOfSatisfying(
                                Verdict.Refused.class,
                                refused -> assertThat(refused.status()).isEqualTo(401)));
    }

    @Test
    void refusesAGoodTokenWithoutTheScopesWith403() {
        Verdict verdict = check(tokens(), token(KEY, claims -> claims.claim("scope", "openid profile")));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.challenge())
                    .contains("error=\"insufficient_scope\"")
                    .contains("scope=\"media:make\"");
        });
    }

    @Test
    void takesScopesAsAListToo() {
        Verdict verdict =
                check(tokens(), token(KEY, claims -> claims.claim("scope", null).claim("scp", List.of("media:make"))));

        assertThat(verdict).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void learnsOfNewKeysAtOnceButDoesNotAskForEveryTokenThatSomebodyMakesUp() {
        AccessTokens tokens = tokens();
        check(tokens, token(KEY, claims -> claims));
        published = new JWKSet(NEXT);
        now = now.plusSeconds(11);

        Verdict rotated = check(tokens, token(NEXT, claims -> claims));
        int asked = fetches.get();
        RSAKey madeUp = key("made-up");
        for (int i = 0; i < 20; i++) {
            check(tokens, token(madeUp, claims -> claims));
        }

        assertThat(rotated).isInstanceOf(Verdict.Known.class);
        assertThat(asked).isEqualTo(2);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void forgetsAKeyThatIsNoLongerPublished() {
        AccessTokens tokens = tokens();
        Verdict before = check(tokens, token(KEY, claims -> claims));
        published = new JWKSet(NEXT);
        now = now.plus(Duration.ofMinutes(11));

        Verdict after = check(tokens, token(KEY, claims -> claims.expirationTime(Date.from(now.plusSeconds(60)))));

        assertThat(before).isInstanceOf(Verdict.Known.class);
        assertThat(after).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheIssuerIsAway() {
        AccessTokens tokens = tokens();
        check(tokens, token(KEY, claims -> claims));
        keys.stop(0);
        now = now.plus(Duration.ofMinutes(11));

        Verdict verdict = check(tokens, token(KEY, claims -> claims.expirationTime(Date.from(now.plusSeconds(60)))));

        assertThat(verdict).isInstanceOf(Verdict.Known.class);
    }

    @Test
    void asksToComeBackWhenTheIssuerWasNeverThere() {
        keys.stop(0);

        Verdict verdict = check(tokens(), token(KEY, claims -> claims));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(503));
    }

    @Test
    void readsNoMoreOfWhatIsToBeKeysThanKeysAreLong() {
        Verdict verdict = check(tokens("/endless"), token(KEY, claims -> claims));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(503));
        assertThat(sent).hasValueLessThan(50_000_000);
    }

    private AccessTokens tokens() {
        return tokens("/keys");
    }

    private AccessTokens tokens(String path) {
        URI url = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + path);
        ProtectedResource resource = new ProtectedResource(() -> URI.create(AUDIENCE), ISSUER, List.of("media:make"));
        return new AccessTokens(ISSUER, url, () -> AUDIENCE, resource, () -> now);
    }

    private static Verdict check(AccessTokens tokens, String token) {
        return tokens.check(token)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    change.apply(claims()).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.toString())
                .audience(AUDIENCE)
                .subject("anna")
                .claim("scope", "openid media:make")
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
