package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.JobLedger;
import java.time.Clock;

/** The shared home behaves as every home does. */
class PostgresBehaviourTest implements LedgerBehaviour {
    private final String url = PostgresServer.emptySchema();

    @Override
    public LedgerHome home() {
        return new LedgerHome() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public JobLedger open(Clock clock, boolean sandbox) {
                return LedgerHome.open(url, clock, sandbox);
            }
        };
    }
}
