package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.concurrent.CompletionStage;

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
        return visit.unlessGone(capability.order(input, context)).thenCompose(order -> desk.place(order, input, visit));
    }
}
