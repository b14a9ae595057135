package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Stages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A capability that costs money: it says what it would send, and the job desk does the rest. */
public interface PaidCapability<I extends Record & PaidInput> {
    String tool();

    Class<I> input();

    /**
     * Checks the input against the catalogue and the input media against their limits, and works out the request and its price. Sends
     * nothing that costs; never throws.
     */
    CompletionStage<Order> order(I input, CallContext context);

    /** What the caller should know of how an order came to be: sentences for the answer. */
    default List<String> remarks(I input, Order order, CallContext context) {
        return List.of();
    }

    /**
     * What to order in the place of an order that MiniMax refused, at no cost, because the account does not have the product; null where
     * there is nothing. Fails with what could be ordered if the arguments were others.
     */
    default CompletionStage<@Nullable Order> instead(I input, Order refused, CallContext context) {
        return Stages.nothing();
    }
}
