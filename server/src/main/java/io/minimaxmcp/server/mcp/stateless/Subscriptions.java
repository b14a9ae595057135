package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Resources;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.server.mcp.ToolCalls;
import io.minimaxmcp.tools.tool.Stages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * {@code subscriptions/listen}: one long answer, made of the news that the client asked for. Which prompts there are never
 * changes, so a wish to hear of that is left out of the acknowledgment.
 */
record Subscriptions(ToolCalls tools, Resources resources, Tasks tasks, TaskJson json) implements Method {

    @Override
    public CompletionStage<ObjectNode> answer(Call call) {
        NotificationFilter wanted = NotificationFilter.of(call.params());
        if (!wanted.tasks().isEmpty()) {
            call.meta().capabilities().requireExtension(TaskMethods.EXTENSION);
        }
        Subscription subscription = new Subscription(call.id(), call.stream());
        call.cancellation().whenRequested().thenRun(subscription::cancel);
        call.stream().onClosing(subscription::end);
        ObjectNode honored = JsonNodeFactory.instance.objectNode();
        if (wanted.toolList()) {
            subscription.add(tools.watchList(call.tenant(), telling(subscription, "notifications/tools/list_changed")));
            honored.put("toolsListChanged", true);
        }
        if (wanted.resourceList()) {
            resources
                    .watchList(call.tenant(), telling(subscription, "notifications/resources/list_changed"))
                    .forEach(subscription::add);
            honored.put("resourcesListChanged", true);
        }
        if (!wanted.resources().isEmpty()) {
            ArrayNode watched = honored.putArray("resourceSubscriptions");
            wanted.resources().stream()
                    .filter(uri -> watch(call, uri, subscription))
                    .forEach(watched::add);
        }
        return watchTasks(call, wanted.tasks(), subscription).thenCompose(watched -> {
            if (!watched.isEmpty()) {
                watched.forEach(honored.putArray("taskIds")::add);
            }
            return subscription.begin(honored);
        });
    }

    /** Completes with the ids of those tasks that are there; what is told of them first is how they stand. */
    private CompletionStage<List<String>> watchTasks(Call call, List<String> ids, Subscription subscription) {
        List<CompletionStage<Optional<String>>> watches = ids.stream()
                .map(id -> tasks.find(call.tenant(), id)
                        .thenApply(found -> found.map(task -> {
                            TaskNews news = new TaskNews(tasks, json, call.tenant(), id, subscription);
                            subscription.add(tasks.watch(call.tenant(), id, news::look));
                            news.look();
                            return id;
                        })))
                .toList();
        return Stages.<Optional<String>>all(watches)
                .thenApply(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static Runnable telling(Subscription subscription, String notification) {
        return () -> subscription.tell(notification, JsonNodeFactory.instance.objectNode());
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
