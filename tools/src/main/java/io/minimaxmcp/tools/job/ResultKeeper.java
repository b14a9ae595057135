package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** Brings what a job made to where it lasts. */
public interface ResultKeeper {
    /** Fails where the job's results could not be saved. Asked right before it is paid for; what it fails with must cost nothing. */
    default CompletionStage<Void> ready(Job job) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Fetches, checks and saves all outputs of a job, in their order. Harmless to repeat: what is saved already is not saved again. Fails
     * without trace, and may then be asked again much later, by another process too.
     *
     * @param freshLink a link to fetch an output from now; for outputs that are not in the data folder
     */
    CompletionStage<List<Artifact>> collect(Job job, Function<Output, CompletionStage<String>> freshLink);

    /**
     * The same, without what cannot be had.
     *
     * @param without whether an output that fails so is left out
     */
    CompletionStage<List<Artifact>> collectSome(
            Job job, Function<Output, CompletionStage<String>> freshLink, Predicate<Throwable> without);

    /** Clears up what it kept in case it is asked to collect again: the ledger knows the artifacts now. Nobody waits for it. */
    default void settled(Job job) {}
}
