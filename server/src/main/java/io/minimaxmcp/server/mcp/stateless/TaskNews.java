package io.minimaxmcp.server.mcp.stateless;

import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.tools.tool.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one subscription how a task stands whenever that changes, and never goes back in time. */
final class TaskNews {
    private static final Logger LOG = LoggerFactory.getLogger(TaskNews.class);

    private final Tasks tasks;
    private final TaskJson json;
    private final Tenant tenant;
    private final String taskId;
    private final Subscription subscription;
    private int told = -1;

    TaskNews(Tasks tasks, TaskJson json, Tenant tenant, String taskId, Subscription subscription) {
        this.tasks = tasks;
        this.json = json;
        this.tenant = tenant;
        this.taskId = taskId;
        this.subscription = subscription;
    }

    void look() {
        tasks.find(tenant, taskId).whenComplete((found, unreadable) -> {
            if (unreadable == null) {
                found.ifPresent(this::tell);
            } else {
                LOG.atWarn().addKeyValue("jobId", taskId).setCause(unreadable).log("a change could not be told");
            }
        });
    }

    private synchronized void tell(TaskState task) {
        if (task.version() > told) {
            told = task.version();
            subscription.tell("notifications/tasks", json.detailed(task));
        }
    }
}
