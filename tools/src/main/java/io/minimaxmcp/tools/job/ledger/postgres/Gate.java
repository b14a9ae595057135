package io.minimaxmcp.tools.job.ledger.postgres;

import io.minimaxmcp.tools.job.ledger.Sql;
import io.minimaxmcp.tools.tool.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Lets the orders of one tenant pass one by one, over all replicas. A row's lock, because every PostgreSQL-like database knows it. */
final class Gate {
    private static final String ENTER = "SELECT 1 FROM gate WHERE tenant = ? AND sandbox = ? FOR UPDATE";
    private static final String BUILD =
            "INSERT INTO gate (tenant, sandbox) VALUES (?, ?) ON CONFLICT (tenant, sandbox) DO NOTHING";

    /** No tenant's id. */
    private static final Tenant SPENDING_TOGETHER = new Tenant("budget:server");

    private final boolean sandbox;

    Gate(boolean sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns when it is this transaction's turn, which lasts until it ends: what is read then, nobody else is about to change. */
    void enter(Sql sql, Tenant tenant) throws SQLException {
        if (!isEntered(sql, tenant)) {
            sql.update(BUILD, tenant.id(), sandbox);
            isEntered(sql, tenant);
        }
    }

    /** The same for the orders of all tenants that spend with the server's key. To be entered last: so nobody waits in a circle. */
    void enterBudget(Sql sql) throws SQLException {
        enter(sql, SPENDING_TOGETHER);
    }

    private boolean isEntered(Sql sql, Tenant tenant) throws SQLException {
        return sql.first(ENTER, Gate::number, tenant.id(), sandbox).isPresent();
    }

    private static int number(ResultSet row) throws SQLException {
        return row.getInt(1);
    }
}
