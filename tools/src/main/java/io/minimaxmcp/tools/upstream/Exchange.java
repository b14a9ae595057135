package io.minimaxmcp.tools.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire, from connecting to the last byte of the reply.
 *
 * <p>Connecting and sending are two steps, so that it is known, not guessed, whether a request had left when something broke. That is
 * why this uses Vert.x's core client: {@code WebClient} has one step, and no way to break off.
 */
final class Exchange {
    /** An answer with ten minutes of audio in hex has 40 MB. */
    private static final int LARGEST_REPLY = 96 * 1024 * 1024;

    private final HttpClient client;
    private final InstantSource clock;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
    private volatile @Nullable HttpClientRequest request;

    Exchange(HttpClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    Future<Reply> start(Outgoing outgoing) {
        return client.request(outgoing.options()).compose(connected -> {
            request = connected;
            if (!phase.compareAndSet(Phase.CONNECTING, Phase.LEFT)) {
                connected.reset();
                return Future.failedFuture(new CancellationException("broken off before it was sent"));
            }
            return outgoing.send().apply(connected).compose(this::gather).onFailure(broken -> connected.reset());
        });
    }

    /** Breaks it off: it does not leave any more, or its connection is closed. */
    void abort() {
        if (!phase.compareAndSet(Phase.CONNECTING, Phase.ABORTED)) {
            HttpClientRequest sent = request;
            if (sent != null) {
                sent.reset();
            }
        }
    }

    /** Whether any of it can have reached the other side. */
    boolean hasLeft() {
        return phase.get() == Phase.LEFT;
    }

    private Future<Reply> gather(HttpClientResponse response) {
        Promise<Reply> gathered = Promise.promise();
        Reply.Bytes body = new Reply.Bytes();
        response.handler(chunk -> append(body, chunk, gathered));
        response.exceptionHandler(gathered::tryFail);
        response.endHandler(end -> gathered.tryComplete(new Reply(
                response.statusCode(),
                VendorText.clean(response.getHeader("Trace-Id")),
                RetryAfter.parse(response.getHeader("Retry-After"), clock),
                body)));
        return gathered.future();
    }

    private void append(Reply.Bytes body, Buffer chunk, Promise<Reply> gathered) {
        if (body.size() + chunk.length() > LARGEST_REPLY) {
            gathered.tryFail(new TooLarge());
            abort();
        } else if (!gathered.future().isComplete()) {
            body.writeBytes(chunk.getBytes());
        }
    }

    private enum Phase {
        CONNECTING,
        LEFT,
        ABORTED
    }

    /** The reply has more bytes than any answer of MiniMax. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the reply has more than " + LARGEST_REPLY + " bytes");
        }
    }
}
