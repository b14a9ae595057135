package io.minimaxmcp.server.mcp;

import io.minimaxmcp.server.rpc.Incoming.Request;

/**
 * The two ways in which MCP is spoken. A request says for itself which it is of, so both can be spoken on one pipe and
 * under one URL at the same time (Versioning, "Backward Compatibility with Initialization-Based Versions").
 */
public enum Era {
    /** Revisions to 2025-11-25: what was agreed in the handshake holds for all that follows. */
    SESSION,
    /** Revisions from 2026-07-28 on: everything needed to answer a request is in the request. */
    STATELESS;

    /** Where a request says which revision it speaks; earlier revisions know no such member. */
    public static final String VERSION = "io.modelcontextprotocol/protocolVersion";

    /** The method that no earlier revision has, so that it tells its era even where {@code _meta} is missing. */
    private static final String DISCOVER = "server/discover";

    public static Era of(Request request) {
        boolean saysSo = request.params().path("_meta").has(VERSION);
        return saysSo || request.method().equals(DISCOVER) ? STATELESS : SESSION;
    }
}
