package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A source whose one request is also answered with the result: there is nothing to ask about, to withdraw or to find again. */
public interface OneShotSource extends JobSource {
    @Override
    default CompletionStage<Sight> look(Job job) {
        return ToolException.failed(Failure.of(
                        ErrorKind.NOT_FOUND,
                        "MiniMax keeps no task of this job to ask about.",
                        "Look at the MiniMax console for what was billed.")
                .ofJob(job.id()));
    }

    /** The link that came with the answer: MiniMax gives no second one. */
    @Override
    default CompletionStage<String> link(Job job, Output output) {
        String url = output.url();
        return url != null
                ? CompletableFuture.completedFuture(url)
                : CompletableFuture.failedFuture(new IllegalArgumentException("not a link: " + output));
    }

    @Override
    default CompletionStage<Withdrawal> withdraw(Job job) {
        return CompletableFuture.completedFuture(Withdrawal.NOT_POSSIBLE);
    }

    @Override
    default CompletionStage<@Nullable Sight> reconcile(Job job) {
        return CompletableFuture.completedFuture(null);
    }
}
