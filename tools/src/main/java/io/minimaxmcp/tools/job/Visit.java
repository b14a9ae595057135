package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Progress;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One call at the job desk: who it is, how long it stays, and what it was told so far. */
public final class Visit {
    private static final double TOTAL = 100;
    private static final double SMALLEST_RISE = 0.001;

    private final CallContext context;
    private final WaitPlan plan;
    private double told = -1;

    Visit(CallContext context, WaitPlan plan) {
        this.context = context;
        this.plan = plan;
    }

    CallContext context() {
        return context;
    }

    WaitPlan plan() {
        return plan;
    }

    boolean isOver() {
        return context.cancellation().isRequested();
    }

    /** What is done before anything is sent, given up as soon as the caller is gone: what comes of it is then not used. */
    <T> CompletionStage<T> unlessGone(CompletionStage<T> working) {
        CompletionStage<T> gone = context.cancellation()
                .whenRequested()
                .thenCompose(requested -> ToolException.failed(Fates.callerGone()));
        return working.applyToEither(gone, Function.identity());
    }

    /** Tells the caller how far it is, of 100. What is told rises and stays below 100: the result alone says that it is done. */
    synchronized void tell(double progress, String message) {
        double least = told + (TOTAL - told) * SMALLEST_RISE;
        told = told < 0 ? progress : Math.max(progress, least);
        context.progress().accept(new Progress(told, TOTAL, message));
    }
}
