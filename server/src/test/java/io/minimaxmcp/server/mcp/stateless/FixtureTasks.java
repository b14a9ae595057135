package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.TaskState.Cancelled;
import io.minimaxmcp.server.mcp.TaskState.InputRequired;
import io.minimaxmcp.server.mcp.TaskState.Outcome;
import io.minimaxmcp.server.mcp.TaskState.Working;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Tasks in memory that end when their time is over, or when they have been told what they asked. */
final class FixtureTasks implements Tasks {
    private final Map<String, TaskState> states = new ConcurrentHashMap<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** A task that ends so after this time. */
    TaskState ending(Outcome outcome, Duration after) {
        TaskState task = begin(new Working(), outcome);
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> change(task.taskId(), outcome));
        return task;
    }

    /** A task that ends so once these requests are answered. */
    TaskState asking(ObjectNode requests, Outcome outcome) {
        return begin(new InputRequired(requests), outcome);
    }

    private TaskState begin(Outcome first, Outcome last) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        TaskState task = new TaskState(id, 1, now, now, null, Duration.ofHours(1), Duration.ofMillis(200), first);
        outcomes.put(id, last);
        states.put(id, task);
        return task;
    }

    private void change(String taskId, Outcome outcome) {
        states.computeIfPresent(
                taskId,
                (id, task) -> task.isOver()
                        ? task
                        : new TaskState(
                                id,
                                task.version() + 1,
                                task.createdAt(),
                                Instant.now(),
                                task.message(),
                                task.kept(),
                                task.askAfter(),
                                outcome));
        watchers.forEach(Runnable::run);
    }

    @Override
    public boolean mayTakeLong(String tool) {
        return true;
    }

    @Override
    public CompletionStage<Optional<TaskState>> begunBy(Tenant tenant, ObjectNode result) {
        return Stages.of(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<TaskState>> find(Tenant tenant, String taskId) {
        return Stages.of(Optional.ofNullable(states.get(taskId)));
    }

    @Override
    public CompletionStage<?> update(Tenant tenant, String taskId, ObjectNode inputResponses) {
        TaskState task = states.get(taskId);
        Outcome end = outcomes.get(taskId);
        if (task != null && end != null && task.outcome() instanceof InputRequired waiting) {
            ObjectNode open = waiting.requests().deepCopy();
            inputResponses.fieldNames().forEachRemaining(open::remove);
            change(taskId, open.isEmpty() ? end : new InputRequired(open));
        }
        return Stages.nothing();
    }

    @Override
    public CompletionStage<?> cancel(Tenant tenant, String taskId) {
        change(taskId, new Cancelled());
        return Stages.nothing();
    }

    @Override
    public AutoCloseable watch(Tenant tenant, String taskId, Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
