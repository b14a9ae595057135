package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Calls that go on after they were answered. Another tenant's are as if they did not exist. Stages fail on bugs only. */
public interface Tasks {
    /** Whether calls of this tool may take so long that a client may want to come back for their result. */
    boolean mayTakeLong(String tool);

    /** The task that such a call has become; empty where its result is all there is to it. It can be found from now on. */
    CompletionStage<Optional<TaskState>> begunBy(Tenant tenant, ObjectNode result);

    CompletionStage<Optional<TaskState>> find(Tenant tenant, String taskId);

    /** Takes answers to what the task asked; those it did not ask for are passed over. */
    CompletionStage<?> update(Tenant tenant, String taskId, ObjectNode inputResponses);

    /** Wishes that the task ends. Whether it does is seen by {@link #find}. */
    CompletionStage<?> cancel(Tenant tenant, String taskId);

    /** Tells of every change of a task until it is closed. */
    AutoCloseable watch(Tenant tenant, String taskId, Runnable changed);
}
