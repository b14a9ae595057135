package io.minimaxmcp.tools.tool;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how they want to be kept informed.
 *
 * @param localPaths whether paths of this machine may be taken and given (stdio and shell only)
 * @param patience the longest this call may wait for a long job
 * @param trace where in a distributed trace the call stands ({@code traceparent}); null where nobody said
 * @param progress told of every change; cheap, never blocks
 */
public record CallContext(
        Tenant tenant,
        boolean localPaths,
        Duration patience,
        Consumer<Progress> progress,
        Cancellation cancellation,
        Confirmer confirmer,
        @Nullable String trace) {

    /** A call that is part of no trace. */
    public CallContext(
            Tenant tenant,
            boolean localPaths,
            Duration patience,
            Consumer<Progress> progress,
            Cancellation cancellation,
            Confirmer confirmer) {
        this(tenant, localPaths, patience, progress, cancellation, confirmer, null);
    }

    /** A local caller that waits this long and listens to nothing. */
    public static CallContext local(Duration patience) {
        return new CallContext(Tenant.LOCAL, true, patience, ignored -> {}, new Cancellation(), Confirmer.NOBODY);
    }
}
