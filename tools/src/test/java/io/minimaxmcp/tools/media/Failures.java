package io.minimaxmcp.tools.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What stages of this package come to. */
final class Failures {
    private Failures() {}

    static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    static Failure of(CompletionStage<?> stage) {
        return of(() -> await(stage));
    }

    static Failure of(ThrowingCallable call) {
        ToolException thrown = ToolException.in(catchThrowable(call));
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
