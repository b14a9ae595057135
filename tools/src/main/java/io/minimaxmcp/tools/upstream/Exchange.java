package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Stages;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire, from connecting to the last byte of the reply.
 *
 * <p>Connecting and sending are two steps, so that it is known, not guessed, whether a request had left when something broke, and
 * so that it is written down that a request leaves when nothing is left to do but to write it: a process killed while it connects has
 * sent nothing and says so. That is why this uses Vert.x's core client: {@code WebClient} has one step, and no way to break off.
 */
final class Exchange {
    /** An answer with ten minutes of audio in hex has 40 MB. */
    private static final int LARGEST_REPLY = 96 * 1024 * 1024;

    private final HttpClient client;
    private final LargeReplies large;
    private final InstantSource clock;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
    private final CompletableFuture<Void> noted = new CompletableFuture<>();
    private volatile @Nullable HttpClientRequest request;
    private volatile LargeReplies.@Nullable Ticket ticket;
    private volatile boolean over;

    Exchange(HttpClient client, LargeReplies large, InstantSource clock) {
        this.client = client;
        this.large = large;
        this.clock = clock;
    }

    /** @param leaving asked once, when connected; the request leaves when it completes. On an event loop */
    Future<Reply> start(Outgoing outgoing, Supplier<CompletionStage<Void>> leaving) {
        return client.request(outgoing.options())
                .compose(connected -> note(connected, leaving)
                        .compose(noted -> send(connected, outgoing))
                        .onFailure(broken -> connected.reset()));
    }

    private Future<Void> note(HttpClientRequest connected, Supplier<CompletionStage<Void>> leaving) {
        request = connected;
        if (!phase.compareAndSet(Phase.CONNECTING, Phase.NOTING)) {
            return Future.failedFuture(new CancellationException("broken off before it was sent"));
        }
        connected.connection().closeHandler(closed -> phase.compareAndSet(Phase.NOTING, Phase.STAYED));
        Stages.from(leaving).whenComplete((done, problem) -> {
            if (problem == null) {
                noted.complete(null);
            } else {
                noted.completeExceptionally(problem);
            }
        });
        return Future.fromCompletionStage(noted, Vertx.currentContext()); // files can be sent from this loop only
    }

    private Future<Reply> send(HttpClientRequest connected, Outgoing outgoing) {
        return phase.compareAndSet(Phase.NOTING, Phase.LEFT)
                ? outgoing.send().apply(connected).compose(this::gather)
                : Future.failedFuture(new IOException("the connection was closed before the request was sent"));
    }

    /** Breaks it off: it does not leave any more, or its connection is closed. */
    void abort() {
        if (phase.compareAndSet(Phase.CONNECTING, Phase.ABORTED)) {
            return;
        }
        phase.compareAndSet(Phase.NOTING, Phase.STAYED);
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
    }

    /** Whether any of it can have reached the other side. */
    boolean hasLeft() {
        return phase.get() == Phase.LEFT;
    }

    /** Completes with whether it was written down that it leaves; to be asked when it is over. */
    CompletionStage<Boolean> wasNoted() {
        Phase now = phase.get();
        return now == Phase.CONNECTING || now == Phase.ABORTED
                ? Stages.of(false)
                : noted.handle((done, problem) -> problem == null);
    }

    private Future<Reply> gather(HttpClientResponse response) {
        Promise<Reply> gathered = Promise.promise();
        Reply.Bytes body = new Reply.Bytes();
        response.handler(chunk -> append(response, body, chunk, gathered));
        response.exceptionHandler(gathered::tryFail);
        response.endHandler(end -> gathered.tryComplete(new Reply(
                response.statusCode(),
                VendorText.clean(response.getHeader("Trace-Id")),
                RetryAfter.parse(response.getHeader("Retry-After"), clock),
                body)));
        return gathered.future();
    }

    private void append(HttpClientResponse response, Reply.Bytes body, Buffer chunk, Promise<Reply> gathered) {
        if (body.size() + chunk.length() > LARGEST_REPLY) {
            gathered.tryFail(new TooLarge());
            abort();
        } else if (!gathered.future().isComplete()) {
            body.add(chunk.getBytes());
            if (body.size() > LargeReplies.SMALL && ticket == null) {
                Context loop = Vertx.currentContext();
                response.pause();
                LargeReplies.Ticket taken = large.enter(() -> loop.runOnContext(now -> response.resume()));
                ticket = taken;
                if (over) {
                    taken.leave();
                }
            }
        }
    }

    /** Nobody needs the reply any more, or there is none: others may come in. */
    void letGo() {
        over = true;
        LargeReplies.Ticket held = ticket;
        if (held != null) {
            held.leave();
        }
    }

    private enum Phase {
        CONNECTING,
        /** Given up without a connection. */
        ABORTED,
        /** Connected, and being written down as leaving. */
        NOTING,
        /** Broken off before it left. */
        STAYED,
        LEFT
    }

    /** The reply has more bytes than any answer of MiniMax. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the reply has more than " + LARGEST_REPLY + " bytes");
        }
    }
}
