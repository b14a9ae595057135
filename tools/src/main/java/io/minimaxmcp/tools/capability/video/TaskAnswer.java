package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.UpstreamCodes;
import org.jspecify.annotations.Nullable;

/** What both generations of the video API say of tasks in the same way. */
final class TaskAnswer {
    private TaskAnswer() {}

    /** A task that was just taken, in the state that its API calls the first. */
    static Sight taken(Answer answer, String firstState) {
        String task = answer.body().path("task_id").asText("");
        if (task.isEmpty()) {
            throw new ToolException(Failure.of(
                            ErrorKind.UNKNOWN_OUTCOME,
                            "MiniMax said yes to the video but named no task.",
                            "Look at the MiniMax console for the video before paying for another.")
                    .charged(Charged.UNKNOWN)
                    .fromUpstream(null, answer.traceId()));
        }
        return new Sight.Underway(task, firstState, answer.traceId());
    }

    /** A task that failed; with code 0 only that it did is known. */
    static Sight failed(Job job, int code, @Nullable String said, @Nullable String traceId) {
        Failure failure = code == 0
                ? Failure.of(
                                ErrorKind.UPSTREAM,
                                "MiniMax could not make the video.",
                                "Change the prompt or the images, then call again with a new request_id.")
                        .charged(Charged.UNKNOWN)
                        .fromUpstream(null, traceId)
                : UpstreamCodes.documented().ofTask(code, said, traceId);
        return new Sight.Lost(failure.ofJob(job.id()), traceId);
    }
}
