package io.minimaxmcp.server.transport.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives every open stream a sign of life now and then. */
final class Heartbeat {
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    /** The same stream, kept alive until it is over; then {@code over} is run. */
    EventStream keeping(EventStream stream, Runnable over) {
        open.add(stream);
        stream.ended().thenRun(() -> {
            open.remove(stream);
            over.run();
        });
        return stream;
    }

    void beat() {
        open.forEach(EventStream::beat);
    }

    int streams() {
        return open.size();
    }
}
