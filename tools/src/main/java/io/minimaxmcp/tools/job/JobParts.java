package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.spend.Budget;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What dealing with jobs takes.
 *
 * @param worker where steps of jobs begin: may be busy encoding, must not be a thread that others wait for
 * @param random for ids, confirmation tokens and jitter: must not be guessable
 */
public record JobParts(
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
    public JobParts {
        sources = List.copyOf(sources);
    }
}
