package io.minimaxmcp.tools.capability;

import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.time.Clock;

/** What sources of jobs are made from. */
public record SourceKit(
        MiniMaxClient client,
        ClosedProducts closed,
        MediaBodies bodies,
        Outputs outputs,
        Dialect dialect,
        PriceList prices,
        JobLedger ledger,
        Clock clock) {}
