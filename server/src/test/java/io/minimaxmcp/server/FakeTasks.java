package io.minimaxmcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.TaskState;
import io.minimaxmcp.server.mcp.TaskState.Outcome;
import io.minimaxmcp.server.mcp.Tasks;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tasks that stand as a test says. Every call of {@code echo} becomes one, under the name of its text. */
public final class FakeTasks implements Tasks {
    private static final Instant BEGUN = Instant.parse("2026-11-01T12:00:00Z");

    private final Map<String, TaskState> states = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<String> updates = new CopyOnWriteArrayList<>();

    /** From now on the task stands so, and whoever watches is told. All happens in one instant. */
    public void put(String taskId, int version, Outcome outcome) {
        states.put(
                taskId,
                new TaskState(
                        taskId,
                        version,
                        BEGUN,
                        BEGUN,
                        "It is so.",
                        Duration.ofDays(30),
                        Duration.ofSeconds(5),
                        outcome));
        watchers.forEach(Runnable::run);
    }

    public List<String> updates() {
        return updates;
    }

    @Override
    public boolean mayTakeLong(String tool) {
        return tool.equals("echo");
    }

    @Override
    public CompletionStage<Optional<TaskState>> begunBy(Tenant tenant, ObjectNode result) {
        String name = result.at("/structuredContent/text").asText();
        put(name, 0, new TaskState.Working());
        return find(tenant, name);
    }

    @Override
    public CompletionStage<Optional<TaskState>> find(Tenant tenant, String taskId) {
        return Stages.of(Optional.ofNullable(states.get(taskId)));
    }

    @Override
    public CompletionStage<?> update(Tenant tenant, String taskId, ObjectNode inputResponses) {
        updates.add(taskId + inputResponses);
        return Stages.nothing();
    }

    @Override
    public CompletionStage<?> cancel(Tenant tenant, String taskId) {
        put(taskId, 60, new TaskState.Cancelled());
        return Stages.nothing();
    }

    @Override
    public AutoCloseable watch(Tenant tenant, String taskId, Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
