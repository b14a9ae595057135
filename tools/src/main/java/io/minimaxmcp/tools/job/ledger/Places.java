package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.upstream.Cap;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs hold one of the places that a cap leaves, over all processes: counted from the jobs themselves, so that a process that dies
 * leaves no place behind. A job holds its place from before it is sent until its task has ended.
 */
public final class Places {
    private static final String ENTER = "SELECT waiting FROM cap WHERE name = ?";
    private static final String BUILD = "INSERT INTO cap (name) VALUES (?) ON CONFLICT (name) DO NOTHING";
    private static final String HELD = "SELECT id, tenant FROM job WHERE place = ? AND finished_at IS NULL";
    private static final String TAKE = """
            UPDATE job SET place = ? WHERE id = ? AND tenant = ? AND sandbox = ? AND holder = ? AND status = 'queued'
            """;
    private static final String LEAVE = """
            UPDATE job SET place = NULL WHERE id = ? AND tenant = ? AND sandbox = ? AND holder = ? AND status = 'queued'
            """;
    private static final String NOTE = "UPDATE cap SET waiting = ? WHERE name = ?";

    private final boolean sandbox;
    private final String holder;
    private final LedgerClock clock;
    private final String enter;

    /** @param locking what a home adds to a query for a row that nobody else may have until this transaction ends */
    private Places(boolean sandbox, String holder, LedgerClock clock, String locking) {
        this.sandbox = sandbox;
        this.holder = holder;
        this.clock = clock;
        this.enter = ENTER + locking;
    }

    /** Where only one process writes at a time. */
    static Places exclusive(boolean sandbox, String holder, LedgerClock clock) {
        return new Places(sandbox, holder, clock, "");
    }

    /** Where many write at once. */
    public static Places locking(boolean sandbox, String holder, LedgerClock clock) {
        return new Places(sandbox, holder, clock, " FOR UPDATE");
    }

    /** The ids of those that are to wait no longer: they have a place, or are not this process's to send any more. */
    public Set<String> take(Sql sql, Cap cap, List<Job> jobs) throws SQLException {
        String text = entered(sql, cap.name());
        WaitingTenants waiting = WaitingTenants.of(text, clock.now(sql).toEpochMilli());
        Map<String, String> held = new HashMap<>();
        sql.list(HELD, row -> held.put(row.getString("id"), row.getString("tenant")), cap.name());
        Set<String> going = new HashSet<>();
        for (Job job : jobs) {
            String tenant = job.tenant().id();
            if (held.containsKey(job.id())) {
                going.add(job.id());
            } else if (waiting.mayGo(tenant, cap.most() - held.size(), held.values())) {
                going.add(job.id());
                if (mark(sql, cap, job)) {
                    held.put(job.id(), tenant);
                }
            }
        }
        waiting.note(jobs, going);
        if (!waiting.text().equals(text)) {
            sql.update(NOTE, waiting.text(), cap.name());
        }
        return going;
    }

    private boolean mark(Sql sql, Cap cap, Job job) throws SQLException {
        return sql.update(TAKE, cap.name(), job.id(), job.tenant().id(), sandbox, holder) > 0;
    }

    /** Gives back the place of a job that is not sent now. */
    public int leave(Sql sql, Job job) throws SQLException {
        return sql.update(LEAVE, job.id(), job.tenant().id(), sandbox, holder);
    }

    private String entered(Sql sql, String name) throws SQLException {
        Optional<String> waiting = sql.first(enter, row -> row.getString("waiting"), name);
        if (waiting.isEmpty()) {
            sql.update(BUILD, name);
            waiting = sql.first(enter, row -> row.getString("waiting"), name);
        }
        return waiting.orElseThrow();
    }
}
