package io.minimaxmcp.server.auth;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, fetched when they are needed and kept for a while. Keys change without notice, so a token with an
 * unknown one has them fetched anew, though not for every token that somebody makes up.
 */
final class IssuerKeys {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final InstantSource clock;
    private @Nullable JWKSet known;
    private Instant fetchedAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private @Nullable CompletableFuture<JWKSet> underWay;

    IssuerKeys(URI url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
    }

    /**
     * The keys; fails where they cannot be had and never were.
     *
     * @param unknown whether the kept ones did not do
     */
    synchronized CompletionStage<JWKSet> get(boolean unknown) {
        Instant now = clock.instant();
        JWKSet kept = known;
        boolean isOld = unknown || !fetchedAt.plus(KEPT).isAfter(now);
        boolean mayAsk = !askedAt.plus(AT_MOST_EVERY).isAfter(now);
        if (kept != null && (!isOld || !mayAsk)) {
            return CompletableFuture.completedFuture(kept);
        }
        CompletableFuture<JWKSet> running = underWay;
        if (running == null && !mayAsk) {
            return CompletableFuture.failedFuture(new IOException("the keys could not be fetched just now"));
        }
        if (running == null) {
            askedAt = now;
            running = client.sendAsync(request(), answer -> new ShortBody(MOST_BYTES))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .thenApply(IssuerKeys::parsed)
                    .whenComplete(this::fetched);
            underWay = running.isDone() ? null : running;
        }
        return running.exceptionally(thrown -> keptInstead(kept, thrown));
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
    }

    private static JWKSet parsed(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return JWKSet.parse(answer.body());
        } catch (IOException | ParseException unusable) {
            throw new CompletionException(unusable);
        }
    }

    private synchronized void fetched(@Nullable JWKSet keys, @Nullable Throwable thrown) {
        underWay = null;
        if (keys == null) {
            LOG.atWarn().addKeyValue("url", url).setCause(thrown).log("the issuer's keys cannot be fetched");
        } else {
            known = keys;
            fetchedAt = clock.instant();
        }
    }

    private static JWKSet keptInstead(@Nullable JWKSet kept, Throwable thrown) {
        if (kept == null) {
            throw new CompletionException(thrown);
        }
        return kept;
    }
}
