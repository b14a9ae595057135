/**
 * Work that outlives a call: the ledger, and what drives a job from intent to result.
 *
 * <p>Rule: nothing is sent that is not in the ledger first, and what was sent is never sent again.
 */
@NullMarked
package io.minimaxmcp.tools.job;

import org.jspecify.annotations.NullMarked;
