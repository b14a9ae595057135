package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A paid capability as a tool: it works out the order, the desk does the rest. */
public final class PaidTool<I extends Record & PaidInput> implements Capability<I> {
    private final PaidCapability<I> capability;
    private final JobDesk desk;

    public PaidTool(PaidCapability<I> capability, JobDesk desk) {
        this.capability = capability;
        this.desk = desk;
    }

    @Override
    public String tool() {
        return capability.tool();
    }

    @Override
    public Class<I> input() {
        return capability.input();
    }

    @Override
    public CompletionStage<ToolResult> call(I input, CallContext context) {
        Visit visit = desk.welcome(context, input.waitSeconds());
        visit.tell(0, "Checking the request.");
        return desk.prepare(visit, capability.order(input, context))
                .thenApply(order -> order.noting(capability.remarks(input, order, context)))
                .thenCompose(order -> desk.place(order, input, visit, () -> instead(input, order, visit))
                        .exceptionallyCompose(thrown -> orInstead(order, thrown, input, visit)));
    }

    /**
     * Where the account lacks a product that nobody asked for by name, MiniMax has refused at no cost, and another one serves. It is placed
     * under the same request_id, which a job that cost nothing gives back: so the id has one paid job at most, whatever the server knew
     * of the account when it chose.
     */
    private CompletionStage<ToolResult> orInstead(Order refused, Throwable thrown, I input, Visit visit) {
        ToolException known = ToolException.in(thrown);
        if (known == null || !isLacking(known.failure())) {
            return CompletableFuture.failedFuture(thrown);
        }
        return instead(input, refused, visit)
                .exceptionallyCompose(other -> ToolException.failed(both(known.failure(), other)))
                .thenCompose(other -> other == null
                        ? CompletableFuture.failedFuture(thrown)
                        : desk.place(other.noting(replaced(refused, other)), input, visit));
    }

    private CompletionStage<@Nullable Order> instead(I input, Order order, Visit visit) {
        return capability.instead(input, order, visit.context());
    }

    /** That a path is not there says so as well, where the host lacks a whole generation of the API. */
    private static boolean isLacking(Failure failure) {
        return failure.charged() == Charged.NO
                && (failure.kind() == ErrorKind.PERMISSION || failure.kind() == ErrorKind.NOT_FOUND);
    }

    /** Where the other one could not be ordered either, the caller hears of both. */
    private static Failure both(Failure refused, Throwable thrown) {
        ToolException other = ToolException.in(thrown);
        return other == null
                ? refused
                : refused.adding(other.failure().message(), other.failure().nextStep());
    }

    /** An order for the same model says by itself how it differs. */
    private static List<String> replaced(Order refused, Order other) {
        return Objects.equals(refused.model(), other.model())
                ? List.of()
                : List.of(refused.model() + " is not open to this account, which cost nothing; " + other.model()
                        + " took its place.");
    }
}
