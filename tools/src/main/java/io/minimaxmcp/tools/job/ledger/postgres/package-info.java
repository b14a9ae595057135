/**
 * The home of jobs that many replicas share: a PostgreSQL database.
 *
 * <p>Rule: each operation is one short transaction that no other waits for longer than for its tenant's turn; time is the database's;
 * and whoever is told an outcome is told the truth, even when the connection broke while it was being committed.
 */
@NullMarked
package io.minimaxmcp.tools.job.ledger.postgres;

import org.jspecify.annotations.NullMarked;
