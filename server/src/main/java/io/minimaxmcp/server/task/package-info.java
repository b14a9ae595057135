/**
 * Jobs of the ledger as tasks of the protocol.
 *
 * <p>Rule: a task is a job seen from outside. Nothing is kept of it but the job, so it outlives the process.
 */
@NullMarked
package io.minimaxmcp.server.task;

import org.jspecify.annotations.NullMarked;
