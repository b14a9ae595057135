package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.tool.Tenant;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** The tokens with which callers confirm a price: each good once, for its tenant, until it expires. */
final class ConfirmTokens {
    private final boolean sandbox;
    private final Clock clock;

    ConfirmTokens(boolean sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** Keeps a token, and forgets those that nobody can use any more. */
    int keep(Sql sql, Tenant tenant, String token, Instant expiresAt) throws SQLException {
        sql.update("DELETE FROM confirm_token WHERE expires_at <= ?", clock.millis());
        return sql.update(
                "INSERT INTO confirm_token (tenant, sandbox, token, expires_at) VALUES (?, ?, ?, ?)",
                tenant.id(),
                sandbox,
                token,
                expiresAt.toEpochMilli());
    }

    /** Whether the token was good; it is not any more. */
    boolean use(Sql sql, Tenant tenant, String token) throws SQLException {
        return sql.update(
                        "DELETE FROM confirm_token WHERE tenant = ? AND sandbox = ? AND token = ? AND expires_at > ?",
                        tenant.id(),
                        sandbox,
                        token,
                        clock.millis())
                == 1;
    }
}
