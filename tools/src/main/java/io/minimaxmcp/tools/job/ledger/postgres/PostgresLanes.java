package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.LedgerClock;
import io.minimaxmcp.tools.job.ledger.Sql;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.LaneTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Counts the requests of an account for all replicas: one row a lane, and its lock for as long as counting takes. */
final class PostgresLanes implements LaneTokens {
    private static final String ENTER =
            "SELECT recent, closed_until FROM lane WHERE account = ? AND name = ? FOR UPDATE";
    private static final String BUILD =
            "INSERT INTO lane (account, name) VALUES (?, ?) ON CONFLICT (account, name) DO NOTHING";
    private static final String TAKE = "UPDATE lane SET recent = ? WHERE account = ? AND name = ?";
    private static final String CLOSE = """
            UPDATE lane SET closed_until = CASE WHEN closed_until < ? THEN ? ELSE closed_until END
            WHERE account = ? AND name = ?
            """;

    private final Transactions transactions;
    private final LedgerClock clock;

    PostgresLanes(Transactions transactions, LedgerClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Grant> take(String account, Lane lane, int perMinute, int wanted) {
        return transactions.write(sql -> {
            Row row = entered(sql, account, lane);
            LaneWindow window = LaneWindow.of(row.recent());
            Grant grant = window.take(clock.now(sql).toEpochMilli(), row.closedUntil(), perMinute, wanted);
            if (grant.tokens() > 0) {
                sql.update(TAKE, window.text(), account, lane.name());
            }
            return grant;
        });
    }

    @Override
    public CompletionStage<Void> close(String account, Lane lane, Duration time) {
        return transactions
                .write(sql -> {
                    entered(sql, account, lane);
                    long until = clock.now(sql).plus(time).toEpochMilli();
                    return sql.update(CLOSE, until, until, account, lane.name());
                })
                .thenAccept(closed -> {});
    }

    private static Row entered(Sql sql, String account, Lane lane) throws SQLException {
        Optional<Row> row = sql.first(ENTER, Row::read, account, lane.name());
        if (row.isEmpty()) {
            sql.update(BUILD, account, lane.name());
            row = sql.first(ENTER, Row::read, account, lane.name());
        }
        return row.orElseThrow();
    }

    private record Row(String recent, long closedUntil) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString("recent"), row.getLong("closed_until"));
        }
    }
}
