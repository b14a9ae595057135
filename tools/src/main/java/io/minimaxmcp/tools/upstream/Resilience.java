package io.minimaxmcp.tools.upstream;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.spi.Scheduler;
import io.minimaxmcp.tools.tool.Stages;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole policy stack around one request. */
final class Resilience {
    private static final Logger LOG = LoggerFactory.getLogger(Resilience.class);
    private static final double JITTER = 0.2;

    private final Patience patience;
    private final Lanes lanes;
    private final Wire wire;
    private final Scheduler scheduler;
    private final Executor workers;
    private final Map<String, CircuitBreaker<Reply>> breakers = new ConcurrentHashMap<>();

    Resilience(Patience patience, Lanes lanes, Wire wire, Scheduler scheduler, Executor workers) {
        this.patience = patience;
        this.lanes = lanes;
        this.wire = wire;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    /**
     * retry( lane( breaker( timeout( connect → leaving → send )))). Fails with a {@link Fault}, or with what the listener failed with.
     *
     * <p>How long to wait before a repeat is the later of two: the growing delay of the retry policy, and the lane, which an answer
     * such as 1002 or 429 closes for everybody in it.
     */
    CompletionStage<Answer> run(Trip trip, AttemptListener listener) {
        LaneLimiter lane = lanes.of(trip.account(), trip.endpoint().lane());
        CompletionStage<Answer> answer = Failsafe.with(retry()).with(scheduler).getStageAsync(round -> {
            Attempt attempt = wire.attempt(trip, round.getAttemptCount() + 1);
            return lane.enter(round.isRetry(), trip.tenant().id(), listener::queued, listener::whenGivenUp)
                    .thenCompose(turn -> Stages.from(() -> send(trip, attempt, listener))
                            .exceptionallyCompose(thrown -> settle(thrown, attempt, lane, listener))
                            .whenComplete((reply, thrown) -> lane.leave()));
        });
        return answer.exceptionallyCompose(thrown -> CompletableFuture.failedStage(Repeat.unwrap(thrown)));
    }

    private CompletionStage<Answer> send(Trip trip, Attempt attempt, AttemptListener listener) {
        return Failsafe.with(breaker(trip))
                .compose(timeout(trip))
                .with(scheduler)
                .getStageAsync(breakOff -> attempt.send(listener::leaving, breakOff::onCancel))
                .handleAsync(attempt::arrive, workers)
                .whenComplete((answer, thrown) -> {
                    if (thrown == null) {
                        listener.whenRead(attempt::letGo);
                    } else {
                        attempt.letGo();
                    }
                });
    }

    /** Writes down what became of a failed attempt, and decides whether it is followed by another. */
    private CompletionStage<Answer> settle(
            Throwable thrown, Attempt attempt, LaneLimiter lane, AttemptListener listener) {
        if (!(Transport.unwrap(thrown) instanceof Fault fault)) {
            return CompletableFuture.failedStage(Transport.unwrap(thrown));
        }
        lane.close(fault.rest(patience, attempt.number()));
        boolean again = fault.repeats(attempt.endpoint(), patience, attempt.number());
        CompletionStage<Void> told = fault.row().fate() == CodeRow.Fate.NOT_TAKEN
                ? attempt.takeBack(listener)
                : CompletableFuture.completedStage(null);
        return told.thenCompose(written -> CompletableFuture.failedStage(again ? new Repeat(fault) : fault));
    }

    private RetryPolicy<Answer> retry() {
        return RetryPolicy.<Answer>builder()
                .handle(Repeat.class)
                .withBackoff(patience.firstDelay(), patience.longestDelay())
                .withJitter(JITTER)
                .withMaxRetries(-1)
                .withMaxDuration(patience.total())
                .build();
    }

    private Timeout<Reply> timeout(Trip trip) {
        return Timeout.of(patience.timeout(trip.endpoint()));
    }

    /** One for each host and lane: broken image generation must not keep finished videos from being fetched. */
    private CircuitBreaker<Reply> breaker(Trip trip) {
        String name = trip.host() + " " + trip.endpoint().lane();
        return breakers.computeIfAbsent(
                name,
                any -> CircuitBreaker.<Reply>builder()
                        .handleResultIf(reply -> reply.status() >= 500 && reply.status() != 529)
                        .handleIf(Transport::blamesHost)
                        .withFailureThreshold(6, 10)
                        .withDelay(patience.circuitDelay())
                        .onOpen(event -> LOG.atWarn()
                                .addKeyValue("circuit", name)
                                .log("MiniMax fails again and again: not asking for a while"))
                        .onClose(event ->
                                LOG.atInfo().addKeyValue("circuit", name).log("MiniMax answers again"))
                        .build());
    }

    /** Says that a fault is to be followed by another attempt. */
    private static final class Repeat extends RuntimeException {
        private final transient Fault fault;

        Repeat(Fault fault) {
            super(fault);
            this.fault = fault;
        }

        /** The fault, when time ran out before the repeat. */
        static Throwable unwrap(Throwable thrown) {
            Throwable cause = Transport.unwrap(thrown);
            return cause instanceof Repeat repeat ? repeat.fault : cause;
        }
    }
}
