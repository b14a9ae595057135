package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** What is peculiar to one kind of task of the second generation. */
interface H3Work {
    /** As {@link io.minimaxmcp.tools.job.JobSource#name()}. */
    String name();

    Endpoint endpoint();

    /** What MiniMax's list calls tasks of this kind. */
    String taskType();

    /** A refusal of MiniMax's to take the task, with what is known here of its reason. */
    default Failure explained(Job job, Failure refused) {
        return refused;
    }

    /** What a task that has succeeded holds: a video, to which each look brings a fresh link. */
    default CompletionStage<Sight> done(Job job, Answer answer) {
        String task = Objects.requireNonNull(job.taskId());
        return Stages.of(new Sight.Done(List.of(Output.file(task, "mp4")), null, answer.traceId()));
    }
}
