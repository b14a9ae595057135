package io.minimaxmcp.tools.upstream;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.function.CheckedRunnable;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One attempt of a call: sent once, and its reply or fault understood. */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Wire wire;
    private final Trip trip;
    private final int number;
    private final Exchange exchange;
    private volatile long started;

    Attempt(Wire wire, Trip trip, int number) {
        this.wire = wire;
        this.trip = trip;
        this.number = number;
        exchange = new Exchange(wire.connections().of(trip.endpoint()), wire.large(), wire.clock());
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    Endpoint endpoint() {
        return trip.endpoint();
    }

    /**
     * Blocks while the host's name is resolved.
     *
     * @param leaving is asked when nothing is left to do but to write the request
     * @param onCancel takes what is to be done when the attempt is given up
     */
    CompletionStage<Reply> send(Supplier<CompletionStage<Void>> leaving, Consumer<CheckedRunnable> onCancel) {
        started = System.nanoTime();
        onCancel.accept(exchange::abort);
        return exchange.start(prepare(), leaving).toCompletionStage();
    }

    /** Tells the listener that it was not taken, if it was told that it leaves; to be asked when it is over. */
    CompletionStage<Void> takeBack(AttemptListener listener) {
        return exchange.wasNoted().thenCompose(noted -> noted ? listener.notTaken() : Stages.nothing());
    }

    /** What became of it: the answer, or a {@link Fault} thrown. */
    Answer arrive(@Nullable Reply reply, @Nullable Throwable thrown) {
        try {
            Answer answer = reply == null ? broken(thrown) : wire.reader().read(trip.endpoint(), reply);
            log(Level.DEBUG, reply, null, answer.traceId()).log("answered");
            tell(reply, "ok", null);
            return answer;
        } catch (Fault fault) {
            Failure failure = fault.failure();
            boolean refused = fault.row().fate() == CodeRow.Fate.REFUSED;
            log(refused ? Level.INFO : Level.WARN, reply, failure.upstreamCode(), failure.traceId())
                    .log("failed: {}", fault.row().name());
            tell(reply, fault.row().name(), failure.upstreamCode());
            throw fault;
        }
    }

    /** Nobody needs what it has received any more. */
    void letGo() {
        exchange.letGo();
    }

    private void tell(@Nullable Reply reply, String outcome, @Nullable Integer code) {
        Integer status = reply == null ? null : reply.status();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        wire.told()
                .accept(new AttemptReport(
                        trip.endpoint().name(), trip.endpoint().lane(), number, status, outcome, code, took));
    }

    private Answer broken(@Nullable Throwable thrown) {
        Throwable cause = Transport.unwrap(thrown == null ? new IOException("no reply") : thrown);
        exchange.abort(); // what has not left by now must not leave behind our back
        Fault.Line line = Transport.line(cause, exchange.hasLeft());
        if (line == null) {
            throw new CompletionException(cause);
        }
        CodeRow row = wire.codes().fault(line);
        Duration wait = cause instanceof CircuitBreakerOpenException open
                ? open.getCircuitBreaker().getRemainingDelay()
                : null;
        throw new Fault(row, row.failure(trip.endpoint().repeat(), null, null, null), wait, cause);
    }

    /** Names are resolved by the system's resolver, and each repeat tries the host's next address. */
    private Outgoing prepare() {
        try {
            List<InetAddress> addresses = wire.resolver().resolve(trip.host().getHost());
            return Outgoing.of(trip, addresses.get((number - 1) % addresses.size()));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private LoggingEventBuilder log(
            Level level, @Nullable Reply reply, @Nullable Integer code, @Nullable String trace) {
        LoggingEventBuilder line =
                LOG.atLevel(level).addKeyValue("endpoint", trip.endpoint().name());
        line = reply == null ? line : line.addKeyValue("statusCode", reply.status());
        line = code == null ? line : line.addKeyValue("upstreamCode", code);
        line = trace == null ? line : line.addKeyValue("traceId", trace);
        return line.addKeyValue("attempt", number)
                .addKeyValue("elapsedMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                .addKeyValue("tenant", trip.tenant().id());
    }
}
