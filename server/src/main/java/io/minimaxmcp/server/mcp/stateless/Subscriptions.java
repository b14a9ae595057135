package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Resources;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * {@code subscriptions/listen}: one long answer, made of the news that the client asked for. Which tools there are never
 * changes, so a wish to hear of that is left out of the acknowledgment.
 */
record Subscriptions(Resources resources) implements Method {

    @Override
    public CompletionStage<ObjectNode> answer(Call call) {
        NotificationFilter wanted = NotificationFilter.of(call.params());
        Subscription subscription = new Subscription(call.id(), call.stream());
        call.cancellation().whenRequested().thenRun(subscription::cancel);
        call.stream().onClosing(subscription::end);
        ObjectNode honored = JsonNodeFactory.instance.objectNode();
        if (wanted.resourceList()) {
            watchList(call, subscription);
            honored.put("resourcesListChanged", true);
        }
        if (!wanted.resources().isEmpty()) {
            ArrayNode watched = honored.putArray("resourceSubscriptions");
            wanted.resources().stream()
                    .filter(uri -> watch(call, uri, subscription))
                    .forEach(watched::add);
        }
        return subscription.begin(honored);
    }

    private void watchList(Call call, Subscription subscription) {
        resources
                .watchList(
                        call.tenant(),
                        () -> subscription.tell(
                                "notifications/resources/list_changed", JsonNodeFactory.instance.objectNode()))
                .forEach(subscription::add);
    }

    /** Whether the resource is there and can change. */
    private boolean watch(Call call, String uri, Subscription subscription) {
        Optional<AutoCloseable> watch = resources.watch(
                call.tenant(),
                uri,
                () -> subscription.tell(
                        "notifications/resources/updated",
                        JsonNodeFactory.instance.objectNode().put("uri", uri)));
        watch.ifPresent(subscription::add);
        return watch.isPresent();
    }
}
