package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Caps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What dealing with jobs takes.
 *
 * @param caps how much MiniMax makes at once
 * @param worker where steps of jobs begin: may be busy encoding, must not be a thread that others wait for
 * @param served whose jobs this process can do: those whose key it knows
 * @param publicLink a link under which a saved result can be had by who may not know where it lies; empty where there is none
 * @param random for ids, confirmation tokens and jitter: must not be guessable
 */
public record JobParts(
        JobLedger ledger,
        List<JobSource> sources,
        ResultKeeper keeper,
        Previewer previewer,
        Budget budget,
        Caps caps,
        JobSettings settings,
        JobTimer timer,
        Executor worker,
        Clock clock,
        RandomGenerator random,
        Predicate<Tenant> served,
        BiFunction<Tenant, Artifact, Optional<String>> publicLink) {
    public JobParts {
        sources = List.copyOf(sources);
    }

    /** Parts for callers on this machine, who need no links and pay with the one key there is. */
    public JobParts(
            JobLedger ledger,
            List<JobSource> sources,
            ResultKeeper keeper,
            Previewer previewer,
            Budget budget,
            JobSettings settings,
            JobTimer timer,
            Executor worker,
            Clock clock,
            RandomGenerator random) {
        this(
                ledger,
                sources,
                keeper,
                previewer,
                budget,
                Caps.NONE,
                settings,
                timer,
                worker,
                clock,
                random,
                tenant -> true,
                (tenant, artifact) -> Optional.empty());
    }
}
