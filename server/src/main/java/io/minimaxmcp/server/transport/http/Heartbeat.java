package io.minimaxmcp.server.transport.http;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Gives every open response that is a stream, or may become one, a sign of life now and then. */
final class Heartbeat {
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Set<Beating> waiting = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;

    Heartbeat(InstantSource clock) {
        this.clock = clock;
    }

    /** The same stream, kept alive until it is over; then {@code over} is run. */
    EventStream keeping(EventStream stream, Runnable over) {
        open.add(stream);
        stream.ended().thenRun(() -> {
            open.remove(stream);
            over.run();
        });
        return stream;
    }

    /** The same response, kept alive until it is {@link #forget forgotten}. */
    <T extends Beating> T keeping(T response) {
        waiting.add(response);
        return response;
    }

    /** Runs this when the token that let the exchange in is over, to within a beat, unless the exchange is over by then. */
    void endWithToken(Exchange exchange, CompletionStage<Void> over, Runnable end) {
        exchange.until().ifPresent(until -> {
            Beating expiry = keeping(() -> {
                if (!clock.instant().isBefore(until)) {
                    end.run();
                }
            });
            over.whenComplete((done, thrown) -> forget(expiry));
        });
    }

    void forget(Beating response) {
        waiting.remove(response);
    }

    void beat() {
        open.forEach(EventStream::beat);
        waiting.forEach(Beating::beat);
    }

    int streams() {
        return open.size();
    }
}
