package io.minimaxmcp.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.InFlight;
import io.minimaxmcp.server.rpc.Incoming;
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
    private final Side side;

    public StdioConnection(StandardStreams streams, StdioLimits limits, Function<Wire, Side> side) {
        this.limits = limits;
        this.lines = new Lines(streams.in(), limits.messageBytes());
        this.outbox = new Outbox(streams.out());
        this.side = side.apply(inFlight.freeingIds(outbox));
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
        inFlight.refuseAll(RpcError.ENDING, outbox);
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
            accept(MessageReader.read(line));
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("a message could not be dealt with");
        }
    }

    private void accept(Incoming message) {
        if (message instanceof Unusable unusable) {
            outbox.send(unusable.error().answer(unusable.id()));
        } else if (message instanceof Request request) {
            begin(request);
        } else if (message instanceof Notification cancel && cancel.method().equals("notifications/cancelled")) {
            JsonNode id = MessageReader.id(cancel.params().get("requestId"));
            if (id != null) {
                inFlight.cancel(id);
            }
        } else {
            side.take(message, new Cancellation());
        }
    }

    private void begin(Request request) {
        Optional<Cancellation> begun = inFlight.begin(request.id());
        if (begun.isEmpty()) {
            String words = "A request with this id is still being answered";
            outbox.send(RpcError.of(RpcError.INVALID_REQUEST, words).answer(request.id()));
            return;
        }
        Cancellation cancellation = begun.get();
        side.take(request, cancellation).whenComplete((done, thrown) -> inFlight.end(request.id(), cancellation));
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
