package io.minimaxmcp.server.task;

import io.minimaxmcp.tools.job.Match;
import java.util.Arrays;

/**
 * The id of a task is its job's, with a sign where the call found the job of an earlier one: how it did stands in its result.
 */
record TaskId(String jobId, Match match) {

    static TaskId of(String taskId) {
        return Arrays.stream(Match.values())
                .filter(match -> match.isEarlier() && taskId.endsWith(sign(match)))
                .findFirst()
                .map(match -> new TaskId(
                        taskId.substring(0, taskId.length() - sign(match).length()), match))
                .orElseGet(() -> new TaskId(taskId, Match.NEW));
    }

    @Override
    public String toString() {
        return jobId + sign(match);
    }

    private static String sign(Match match) {
        return switch (match) {
            case NEW -> "";
            case SAME -> "-again";
            case OTHER_ARGUMENTS -> "-other";
        };
    }
}
