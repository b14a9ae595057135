package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;

/** The response to one POST, while it is open. Never blocks, never throws. */
interface Outlet {
    /** Sends something that is not the answer. False when this response cannot carry it, or nobody reads it. */
    boolean tell(JsonNode message, boolean onlyIfRoom);

    /** Sends the answer and ends the response. */
    boolean answer(JsonNode message);

    /** Ends the response without an answer: nobody waits for it any more. */
    void end();
}
