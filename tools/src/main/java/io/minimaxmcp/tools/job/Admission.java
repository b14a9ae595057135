package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;

/** What became of asking the ledger to take a new job in. */
public sealed interface Admission {
    /** It is on disk, its price is reserved, and it is leased to who asked. */
    record Admitted(Job job) implements Admission {}

    /** The same request is there already: this is it, and nothing was added. */
    record Duplicate(Job job) implements Admission {}

    /**
     * It would have gone over the day's budget: nothing was added.
     *
     * @param spent by the tenant
     * @param byOthersToo whether others have spent of the same budget
     */
    record OverBudget(Usd spent, boolean byOthersToo, Usd asked, Usd limit) implements Admission {}

    /** The confirmation token was used before, is unknown or has expired: nothing was added. */
    record ConfirmationSpent() implements Admission {}
}
