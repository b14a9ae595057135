package io.minimaxmcp.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.BatchAnswers;
import io.minimaxmcp.server.rpc.BatchingWire;
import io.minimaxmcp.server.rpc.InFlight;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Notification;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Unusable;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the one client at the other end of two streams, from the first message until the input ends. */
public final class StdioConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StdioConnection.class);
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private final InFlight inFlight = new InFlight();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final StdioLimits limits;
    private final Lines lines;
    private final Outbox outbox;
    private final BatchingWire wire;
    private final Side side;

    public StdioConnection(StandardStreams streams, StdioLimits limits, Function<Wire, Side> side) {
        this.limits = limits;
        this.lines = new Lines(streams.in(), limits.messageBytes());
        this.outbox = new Outbox(streams.out());
        this.wire = new BatchingWire(outbox);
        this.side = side.apply(inFlight.freeingIds(wire));
    }

    /**
     * Blocks until the input has ended and what was asked is answered or has had its time, or until nobody reads the
     * answers any more.
     */
    public void serve() {
        outbox.ended().thenRun(() -> ended.complete(null));
        Thread reader = new Thread(this::readAll, "stdin");
        reader.setDaemon(true);
        reader.start();
        ended.join();
        side.close();
    }

    /** Ends what would go on for as long as the client wants: whoever listens. */
    public void endListening() {
        side.inputEnded();
    }

    /** Ends {@link #serve} without waiting for answers: whoever still waits is told so. */
    @Override
    public void close() {
        inFlight.refuseAll(RpcError.ENDING, wire);
        await(outbox.finish(), LAST_WRITES);
        ended.complete(null);
    }

    private void readAll() {
        try {
            for (byte[] line = lines.read(); line != null; line = lines.read()) {
                accept(line);
                outbox.awaitRoom();
            }
        } catch (IOException broken) {
            LOG.atWarn().setCause(broken).log("the input broke off");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        drain();
    }

    @SuppressWarnings("ReferenceEquality") // an empty line has the same bytes and another meaning
    private void accept(byte[] line) {
        if (Lines.isTooLong(line)) {
            String words = "A message has at most " + limits.messageBytes() + " bytes";
            outbox.send(RpcError.of(RpcError.INVALID_REQUEST, words).answer(null));
            return;
        }
        try {
            Incoming message = MessageReader.read(line);
            if (message instanceof Batch batch) {
                accept(batch);
            } else {
                accept(message, Optional.empty());
            }
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("a message could not be dealt with");
        }
    }

    private void accept(Batch batch) {
        if (!side.takesBatches()) {
            outbox.send(RpcError.NO_BATCHES.answer(null));
            return;
        }
        BatchAnswers answers = new BatchAnswers(batch.answered(), all -> {
            if (!all.isEmpty()) {
                outbox.send(all);
            }
        });
        batch.messages().forEach(message -> accept(message, Optional.of(answers)));
    }

    /**
     * @param batch whose answers it is answered with, where it came in one
     */
    private void accept(Incoming message, Optional<BatchAnswers> batch) {
        if (message instanceof Unusable unusable) {
            refuse(unusable.id(), unusable.error(), batch);
        } else if (message instanceof Request request) {
            begin(request, batch);
        } else if (message instanceof Notification cancel && cancel.method().equals("notifications/cancelled")) {
            JsonNode id = MessageReader.id(cancel.params().get("requestId"));
            if (id != null) {
                inFlight.cancel(id);
            }
        } else {
            side.take(message, new Cancellation());
        }
    }

    private void begin(Request request, Optional<BatchAnswers> batch) {
        Optional<Cancellation> begun = inFlight.begin(request.id());
        if (begun.isEmpty()) {
            refuse(request.id(), RpcError.ID_IN_USE, batch);
            return;
        }
        batch.ifPresent(answers -> wire.gather(request.id(), answers));
        Cancellation cancellation = begun.get();
        side.take(request, cancellation).whenComplete((done, thrown) -> {
            batch.ifPresent(answers -> wire.end(request.id()));
            inFlight.end(request.id(), cancellation);
        });
    }

    private void refuse(@Nullable JsonNode id, RpcError error, Optional<BatchAnswers> batch) {
        batch.ifPresentOrElse(answers -> answers.add(error.answer(id)), () -> outbox.send(error.answer(id)));
    }

    private void drain() {
        side.inputEnded();
        await(inFlight.settle(), limits.drain());
        inFlight.cancelAll();
        await(outbox.finish(), LAST_WRITES);
        ended.complete(null);
    }

    private static void await(CompletionStage<Void> stage, Duration longest) {
        stage.toCompletableFuture()
                .copy()
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
