package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is peculiar to one kind of job whose one request is answered with the result. */
public interface OneShot {
    /** As {@link JobSource#name()}. */
    String name();

    Endpoint endpoint(Order order);

    /** The paid request as it is sent. What that takes beforehand, such as an upload, is free and may be repeated. */
    default CompletionStage<Call> request(Job job) {
        return Stages.of(Call.post(endpoint(job.order()), job.order().request()));
    }

    /** A refusal of MiniMax's, with what is known here of its reason. */
    default CompletionStage<Failure> explained(Job job, Failure refused) {
        return Stages.of(refused);
    }

    /** What the answer holds. */
    CompletionStage<Sight> read(Job job, Answer answer);

    /**
     * What an answer that was lost with its process has left on the disk; null where nothing is there, or not all that the answer held
     * would be.
     */
    default CompletionStage<@Nullable Sight> left(Job job) {
        return Stages.nothing();
    }
}
