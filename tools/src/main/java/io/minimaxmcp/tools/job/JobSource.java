package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How one kind of job is sent, asked about and collected. Sources keep no state: everything is in the {@link Job}. */
public interface JobSource {
    /** The name that {@link Order#source} uses. Stored in ledgers, so it never changes. */
    String name();

    /** Where {@link #send} sends this order: shown by dry runs, and which lane it waits in. */
    Endpoint endpoint(Order order);

    /**
     * Sends the one paid request. A stage that fails with a {@code ToolException} of kind {@code UNKNOWN_OUTCOME} means that nobody
     * knows whether it was taken; any other failure means that it was not, or that MiniMax refused it. An answer that cannot be kept is
     * no failure but {@link Sight.Unkept}.
     */
    CompletionStage<Sight> send(Job job, AttemptListener listener);

    /** Asks once how far a {@code RUNNING} job is. Free, harmless to repeat. Never called for jobs that {@link #send} finished. */
    CompletionStage<Sight> look(Job job);

    /** A link to fetch this output from now, asked for anew where the old one may have expired. Free, harmless to repeat. */
    CompletionStage<String> link(Job job, Output output);

    /** Takes the job back upstream where the API can and the job has not begun; never deletes a result. */
    CompletionStage<Withdrawal> withdraw(Job job);

    /**
     * Finds the task of a job whose answer was lost, where the API lists tasks; completes with null where it cannot be known. Free,
     * harmless to repeat.
     */
    CompletionStage<@Nullable Sight> reconcile(Job job);
}
