package io.minimaxmcp.server.transport.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;

/**
 * Closes connections on which the head of a request takes too long. Jetty's own limit is on silence: a byte now and then
 * would hold a connection for ever.
 */
final class SlowHeads implements Connection.Listener {
    private final Map<Connection, Waiting> connections = new ConcurrentHashMap<>();
    private final long longestMs;
    private final LongSupplier nowMs;

    SlowHeads(Duration longest, LongSupplier nowMs) {
        this.longestMs = longest.toMillis();
        this.nowMs = nowMs;
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, Waiting.on(connection, nowMs.getAsLong()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    /** To be called now and then: what is too slow is closed after at most twice the time between two calls more. */
    void sweep() {
        long now = nowMs.getAsLong();
        connections.replaceAll((connection, known) -> known.seen(connection, now));
        connections.forEach((connection, known) -> {
            if (now - known.since > longestMs) {
                connection.close();
            }
        });
    }

    /**
     * A connection that waits for the head of a request.
     *
     * @param heads how many were read by then
     * @param bytes how many had come when the wait for the next head began
     * @param since when its first bytes were seen to have come, or when the connection was opened
     */
    private record Waiting(long heads, long bytes, long since) {
        static Waiting on(Connection connection, long now) {
            return new Waiting(connection.getMessagesIn(), connection.getBytesIn(), now);
        }

        Waiting seen(Connection connection, long now) {
            boolean isFirst = connection.getMessagesIn() == 0;
            boolean isAnswering = connection.getMessagesIn() > connection.getMessagesOut();
            boolean isQuiet = connection.getBytesIn() == bytes;
            return connection.getMessagesIn() != heads || isAnswering || (isQuiet && !isFirst)
                    ? on(connection, now)
                    : this;
        }
    }
}
