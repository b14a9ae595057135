package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Takes apart what a call was answered; everything is on the test's thread, so the answer is there or never comes. */
final class Answers {
    private Answers() {}

    static ToolResult result(CompletionStage<ToolResult> answer) {
        if (!answer.toCompletableFuture().isDone()) {
            throw new AssertionError("the call was not answered");
        }
        return answer.toCompletableFuture().join();
    }

    static JobView job(CompletionStage<ToolResult> answer) {
        return (JobView) result(answer).structured();
    }

    static String text(CompletionStage<ToolResult> answer) {
        return result(answer).text();
    }

    static Failure failure(CompletionStage<ToolResult> answer) {
        var failure = new AtomicReference<ToolException>();
        answer.whenComplete((result, problem) -> failure.set(ToolException.in(problem)));
        ToolException told = failure.get();
        if (told == null) {
            throw new AssertionError("the call did not fail in a way its caller can understand: " + answer);
        }
        return told.failure();
    }
}
