package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The tokens with which callers confirm a price: each good once, for its tenant, until it expires. */
public final class ConfirmTokens {
    private final boolean sandbox;
    private final LedgerClock clock;

    public ConfirmTokens(boolean sandbox, LedgerClock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** Keeps a token, and forgets those that nobody can use any more. */
    public int keep(Sql sql, Tenant tenant, String token, Duration good) throws SQLException {
        Instant now = clock.now(sql);
        sql.update("DELETE FROM confirm_token WHERE expires_at <= ?", now.toEpochMilli());
        return sql.update(
                "INSERT INTO confirm_token (tenant, sandbox, token, expires_at) VALUES (?, ?, ?, ?)",
                tenant.id(),
                sandbox,
                token,
                now.plus(good).toEpochMilli());
    }

    /** Whether the token was good; it is not any more. */
    boolean use(Sql sql, Tenant tenant, String token) throws SQLException {
        return sql.update(
                        "DELETE FROM confirm_token WHERE tenant = ? AND sandbox = ? AND token = ? AND expires_at > ?",
                        tenant.id(),
                        sandbox,
                        token,
                        clock.now(sql).toEpochMilli())
                == 1;
    }
}
