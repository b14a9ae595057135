package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger checks, in one atomic step, when it takes a job in.
 *
 * @param duplicateWindow how long the same arguments still find a job that has ended and was, or may have been, paid for; one that is under
 *     way they always find
 * @param dayLimit what may be spent in a UTC day with the key that pays for the tenant; null for no limit
 * @param confirmToken a token to be used up by this admission; null where none is asked for
 */
public record AdmissionRules(
        Duration duplicateWindow,
        @Nullable Usd dayLimit,
        @Nullable String confirmToken) {}
