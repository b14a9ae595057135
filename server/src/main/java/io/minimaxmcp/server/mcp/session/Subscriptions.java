package io.minimaxmcp.server.mcp.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one client has asked to be told of. Each thing once, however often it was asked for. */
final class Subscriptions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    /** More than any client shows; without a limit one client could fill the memory. */
    private static final int MOST = 1_000;

    private final Map<String, AutoCloseable> byUri = new HashMap<>();
    private final Map<String, List<AutoCloseable>> byList = new HashMap<>();
    private boolean closed;

    /**
     * @param watch begins to watch; empty where there is nothing to be watched
     * @return whether the client will be told of changes
     */
    synchronized boolean add(String uri, Supplier<Optional<AutoCloseable>> watch) {
        if (byUri.containsKey(uri)) {
            return true;
        }
        if (closed || byUri.size() >= MOST) {
            return false;
        }
        Optional<AutoCloseable> watching = watch.get();
        watching.ifPresent(it -> byUri.put(uri, it));
        return watching.isPresent();
    }

    synchronized void remove(String uri) {
        AutoCloseable watching = byUri.remove(uri);
        if (watching != null) {
            stop(watching);
        }
    }

    /**
     * Begins to watch a list, unless that is done already: whoever has seen it is told when it is out of date.
     *
     * @param method that lists
     * @param watch begins to watch; the session's end ends it
     */
    synchronized void addList(String method, Supplier<List<AutoCloseable>> watch) {
        if (!closed && !byList.containsKey(method)) {
            byList.put(method, watch.get());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        byUri.values().forEach(Subscriptions::stop);
        byList.values().forEach(watching -> watching.forEach(Subscriptions::stop));
        byUri.clear();
        byList.clear();
    }

    private static void stop(AutoCloseable watching) {
        try {
            watching.close();
        } catch (Exception unexpected) {
            LOG.atWarn().setCause(unexpected).log("a subscription could not be ended");
        }
    }
}
