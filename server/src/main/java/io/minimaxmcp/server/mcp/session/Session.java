package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.tools.tool.Tenant;
import io.modelcontextprotocol.spec.McpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's session: who it is, what was agreed, and what it wants to be told of. */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Tenant tenant;
    private final boolean localPaths;
    private final Subscriptions subscriptions = new Subscriptions();
    private volatile @Nullable Revision agreed;
    private volatile @Nullable LogLevel threshold;
    private volatile @Nullable McpSession way;

    /**
     * @param localPaths whether the client is on this machine, so that paths mean something to it
     */
    Session(Tenant tenant, boolean localPaths) {
        this.tenant = tenant;
        this.localPaths = localPaths;
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

    /** The way by which the client is told what it did not ask for just now. */
    void reachBy(McpSession sdkSession) {
        way = sdkSession;
    }

    void tell(String notification, ObjectNode params) {
        McpSession there = way;
        if (there != null) {
            there.sendNotification(notification, params)
                    .subscribe(done -> {}, lost -> LOG.atDebug().setCause(lost).log("the client could not be told"));
        }
    }

    void logFrom(LogLevel level) {
        threshold = level;
    }

    void log(LogLevel level, ObjectNode data) {
        LogLevel asked = threshold;
        if (asked != null && level.compareTo(asked) >= 0) {
            ObjectNode message = JsonNodeFactory.instance.objectNode().put("level", level.wireName());
            tell("notifications/message", message.put("logger", "tools").set("data", data));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
