package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/** The way to one peer. Messages arrive whole and in the order they were sent. */
public interface Wire {
    /** Sends a message; never blocks, never throws. False when nobody is there to read it. */
    boolean send(JsonNode message);

    /** Sends a message that may be left out when the peer is slow to read, as news of progress may. */
    boolean sendIfRoom(JsonNode message);

    /** The way for what belongs to one request of the peer while it is being answered: news of it, and questions. */
    default Wire about(JsonNode requestId) {
        return this;
    }
}
