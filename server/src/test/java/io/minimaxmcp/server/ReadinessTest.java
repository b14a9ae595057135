package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksOnceHoweverManyAsk() {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Readiness readiness = readiness(seen);

        CompletableFuture<Boolean> first = now(readiness);
        CompletableFuture<Boolean> second = now(readiness);
        seen.complete("jobs");

        assertThat(first).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
        assertThat(second).isCompletedWithValue(true);
        assertThat(looks).hasValue(1);
    }

    @Test
    void isNotReadyWhereTheLookFailsOrThrows() {
        Readiness failing = readiness(CompletableFuture.failedFuture(new IllegalStateException("no ledger")));
        Readiness throwing = new Readiness(
                () -> {
                    throw new IllegalStateException("no folder");
                },
                Runnable::run,
                Duration.ofMillis(200));

        assertThat(now(failing)).isCompletedWithValue(false);
        assertThat(now(throwing)).isCompletedWithValue(false);
    }

    @Test
    void isNotReadyWhereTheLookTakesTooLong() {
        assertThat(now(readiness(new CompletableFuture<>()))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join())
                .isFalse();
    }

    private Readiness readiness(CompletableFuture<String> seen) {
        return new Readiness(
                () -> {
                    looks.incrementAndGet();
                    return seen;
                },
                Runnable::run,
                Duration.ofMillis(200));
    }

    private static CompletableFuture<Boolean> now(Readiness readiness) {
        return readiness.now().toCompletableFuture();
    }
}
