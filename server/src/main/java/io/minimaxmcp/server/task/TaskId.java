package io.minimaxmcp.server.task;

/**
 * The id of a task is its job's, with a sign where the call found the job of an earlier one: that stands in its result.
 */
record TaskId(String jobId, boolean deduplicated) {
    private static final String AGAIN = "-again";

    static TaskId of(String taskId) {
        return taskId.endsWith(AGAIN)
                ? new TaskId(taskId.substring(0, taskId.length() - AGAIN.length()), true)
                : new TaskId(taskId, false);
    }

    @Override
    public String toString() {
        return deduplicated ? jobId + AGAIN : jobId;
    }
}
