package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.rpc.RpcException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a client wants to hear of.
 *
 * @param resources URIs of those whose changes it wants to know
 * @param tasks ids of those whose changes it wants to know, of the extension for tasks
 */
record NotificationFilter(boolean toolList, boolean resourceList, List<String> resources, List<String> tasks) {
    /** More than any client shows; without a limit one request could fill the memory. */
    private static final int MOST = 1_000;

    static NotificationFilter of(ObjectNode params) {
        JsonNode wanted = params.path("notifications");
        if (!wanted.isObject()) {
            throw RpcException.invalidParams("notifications must say what to listen to");
        }
        return new NotificationFilter(
                wanted.path("toolsListChanged").asBoolean(),
                wanted.path("resourcesListChanged").asBoolean(),
                texts(wanted, "resourceSubscriptions"),
                texts(wanted, "taskIds"));
    }

    private static List<String> texts(JsonNode wanted, String member) {
        JsonNode named = wanted.path(member);
        boolean isList = named.isMissingNode() || (named.isArray() && named.size() <= MOST);
        if (!isList || !StreamSupport.stream(named.spliterator(), false).allMatch(JsonNode::isTextual)) {
            throw RpcException.invalidParams(member + " must be a list of at most " + MOST + " texts");
        }
        return StreamSupport.stream(named.spliterator(), false)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
    }
}
