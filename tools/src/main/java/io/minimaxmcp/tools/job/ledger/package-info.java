/**
 * Where jobs live on disk: taking them in, leasing them, settling what they cost, and the SQLite file below all that.
 *
 * <p>Rule: money is decided inside one transaction, and no caller ever runs on a ledger thread. What the statements say
 * ({@code Admissions JobTable Leases SpendBook}) is plain SQL for every home; how they are run ({@code SqliteFile
 * GroupCommit Reader}) is SQLite's own.
 */
@NullMarked
package io.minimaxmcp.tools.job.ledger;

import org.jspecify.annotations.NullMarked;
