package io.minimaxmcp.tools.capability.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.JobView;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.tool.Toolbox;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code estimate_cost}: a dry run of the tool, of which only the price is told. So an estimate and a call can never disagree. */
public final class EstimateCost implements Capability<EstimateCost.Input> {
    private final Supplier<Toolbox> paidTools;
    private final ModelCatalog catalog;

    /**
     * @param paidTools all paid tools, offered or not: an estimate is free
     */
    public EstimateCost(Supplier<Toolbox> paidTools, ModelCatalog catalog) {
        this.paidTools = paidTools;
        this.catalog = catalog;
    }

    /** The arguments. */
    public record Input(String tool, ObjectNode arguments) {}

    /** The answer. */
    public record Told(@Nullable Usd estimatedUsd, String basis, boolean known, String asOf) {}

    @Override
    public String tool() {
        return "estimate_cost";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        ObjectNode arguments = input.arguments().deepCopy().put("dry_run", true);
        return paidTools.get().call(input.tool(), arguments, context).thenApply(this::answer);
    }

    private ToolResult answer(ToolResult dryRun) {
        Estimate cost = ((JobView) dryRun.structured()).cost();
        Told told = new Told(cost.amount(), cost.basis(), cost.known(), catalog.asOf());
        String text = cost.amount() == null
                ? "The price is not known: " + cost.basis() + "."
                : "About " + cost.amount() + ": " + cost.basis() + ".";
        return ToolResult.of(told, text);
    }
}
