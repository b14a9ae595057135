package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One {@code subscriptions/listen} from its acknowledgment to its end. Every message of it carries the request's id. */
final class Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final String ID = "io.modelcontextprotocol/subscriptionId";

    private final JsonNode id;
    private final ResponseStream stream;
    private final CompletableFuture<ObjectNode> ended = new CompletableFuture<>();
    private final List<AutoCloseable> watches = new ArrayList<>();
    /** What happened before the acknowledgment, which must come first. */
    private final List<Runnable> early = new ArrayList<>();

    private boolean acknowledged;
    private boolean over;

    Subscription(JsonNode id, ResponseStream stream) {
        this.id = id;
        this.stream = stream;
    }

    /** Watches until the subscription is over. */
    void add(AutoCloseable watch) {
        synchronized (watches) {
            if (!over) {
                watches.add(watch);
                return;
            }
        }
        stop(watch);
    }

    /** Tells the client what it will hear of, and from then on all that it asked for. */
    synchronized CompletionStage<ObjectNode> begin(ObjectNode honored) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.set("notifications", honored);
        send("notifications/subscriptions/acknowledged", params);
        acknowledged = true;
        early.forEach(Runnable::run);
        early.clear();
        return ended;
    }

    synchronized void tell(String notification, ObjectNode params) {
        if (acknowledged) {
            send(notification, params);
        } else {
            early.add(() -> send(notification, params));
        }
    }

    private void send(String notification, ObjectNode params) {
        params.set("_meta", meta());
        stream.tell(notification, params);
    }

    /** Ends it on the server's own wish, so that the client knows it was not an accident ("Graceful Closure"). */
    void end() {
        cancel();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("_meta", meta());
        ended.complete(result);
    }

    /** Ends it because nobody listens any more. Waits for no message that is being sent. */
    void cancel() {
        List<AutoCloseable> watching;
        synchronized (watches) {
            over = true;
            watching = List.copyOf(watches);
            watches.clear();
        }
        watching.forEach(Subscription::stop);
    }

    private ObjectNode meta() {
        return JsonNodeFactory.instance.objectNode().set(ID, id);
    }

    private static void stop(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception unexpected) {
            LOG.atWarn().setCause(unexpected).log("a subscription could not be ended");
        }
    }
}
