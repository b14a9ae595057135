package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;

/** What goes back for one request: news about it, then its answer, then nothing. */
final class ResponseStream {
    private final Wire wire;
    private final Cancellation cancellation;
    private volatile Runnable closing = () -> {};
    private boolean answered;

    /**
     * @param cancellation after which nothing more is said
     */
    ResponseStream(Wire wire, Cancellation cancellation) {
        this.wire = wire;
        this.cancellation = cancellation;
    }

    /** Sends a notification, unless the request is over. */
    synchronized void tell(String notification, ObjectNode params) {
        if (!isOver()) {
            wire.send(message(notification, params));
        }
    }

    /** The same, left out when the client is slow to read. */
    synchronized void tellIfRoom(String notification, ObjectNode params) {
        if (!isOver()) {
            wire.sendIfRoom(message(notification, params));
        }
    }

    synchronized void answer(ObjectNode message) {
        if (!isOver()) {
            answered = true;
            wire.send(message);
        }
    }

    private boolean isOver() {
        return answered || cancellation.isRequested();
    }

    /** What to do when the server wants to end a request that would go on for as long as the client wants. */
    void onClosing(Runnable action) {
        closing = action;
    }

    void close() {
        closing.run();
    }

    private static ObjectNode message(String notification, ObjectNode params) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", notification);
        return message.set("params", params);
    }
}
