package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Tenant;
import org.jspecify.annotations.Nullable;

/** One client's session: who it is, what was agreed, and what it wants to be told of. */
final class Session implements AutoCloseable {
    private final Tenant tenant;
    private final boolean localPaths;
    private final Wire wire;
    private final Questions questions = new Questions();
    private final Subscriptions subscriptions = new Subscriptions();
    private volatile @Nullable Revision agreed;
    private volatile @Nullable LogLevel threshold;

    /**
     * @param localPaths whether the client is on this machine, so that paths mean something to it
     * @param wire to the client
     */
    Session(Tenant tenant, boolean localPaths, Wire wire) {
        this.tenant = tenant;
        this.localPaths = localPaths;
        this.wire = wire;
    }

    Tenant tenant() {
        return tenant;
    }

    boolean localPaths() {
        return localPaths;
    }

    /** What the client understands; the oldest until something is agreed. */
    Revision revision() {
        Revision known = agreed;
        return known == null ? Revision.V2024_11_05 : known;
    }

    boolean isAgreed() {
        return agreed != null;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    void agreeOn(Revision revision) {
        agreed = revision;
    }

    /** The way to the client for what belongs to one request of its own. */
    Wire about(JsonNode requestId) {
        return wire.about(requestId);
    }

    Questions questions() {
        return questions;
    }

    /** Tells the client what it did not ask for just now. */
    void tell(String notification, ObjectNode params) {
        wire.send(message(notification, params));
    }

    /** A notification or, with an id put in, a request. */
    static ObjectNode message(String method, ObjectNode params) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", method);
        return message.set("params", params);
    }

    void logFrom(LogLevel level) {
        threshold = level;
    }

    /** Whether the client wants to be told what has this level. */
    boolean hears(LogLevel level) {
        LogLevel asked = threshold;
        return asked != null && level.compareTo(asked) >= 0;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
