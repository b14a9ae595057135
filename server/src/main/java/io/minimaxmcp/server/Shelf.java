package io.minimaxmcp.server;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.mcp.FixedResource;
import io.minimaxmcp.server.mcp.Guides;
import io.minimaxmcp.server.mcp.ResourceSource;
import io.minimaxmcp.server.resource.JobResources;
import io.minimaxmcp.server.resource.MediaResources;
import io.minimaxmcp.server.resource.SpendReport;
import io.minimaxmcp.server.resource.UpstreamErrors;
import io.minimaxmcp.tools.job.JobLedger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What can be read under {@code minimax://}. */
final class Shelf {
    private Shelf() {}

    static List<ResourceSource> of(
            ServerConfig config, Supplier<ModelCatalog> catalog, Supplier<Workshop> workshop, boolean localPaths) {
        Supplier<JobLedger> ledger = () -> workshop.get().ledger();
        return List.of(
                new FixedResource(
                        "minimax://models",
                        "Models",
                        "Models with modes, limits, allowed combinations and prices",
                        tenant ->
                                CompletableFuture.completedFuture(catalog.get().models())),
                new FixedResource(
                        "minimax://voices",
                        "Voices",
                        "All voices of this account; list_voices finds one faster",
                        tenant -> workshop.get().kit().voices().list(tenant, "all")),
                new FixedResource(
                        "minimax://spend",
                        "Spending",
                        "Spent today and this month by list prices, and the last calls",
                        tenant -> SpendReport.of(
                                ledger.get(), tenant, config.budget().day(), Clock.systemUTC())),
                new Guides(Map.of("error-codes", UpstreamErrors::markdown)),
                new JobResources(() -> workshop.get().jobs(), ledger, localPaths),
                new MediaResources(() -> workshop.get().media(), ledger, localPaths));
    }
}
