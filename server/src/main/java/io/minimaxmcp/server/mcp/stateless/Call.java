package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Tenant;

/**
 * A request that is being answered, and all that is known of who sent it.
 *
 * @param localPaths whether the client is on this machine, so that paths mean something to it
 * @param cancellation theirs, should they lose interest
 */
record Call(
        JsonNode id,
        ObjectNode params,
        RequestMeta meta,
        Tenant tenant,
        boolean localPaths,
        ResponseStream stream,
        Cancellation cancellation) {}
