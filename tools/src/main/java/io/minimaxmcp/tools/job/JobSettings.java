package io.minimaxmcp.tools.job;

import java.time.Duration;

/**
 * How this process deals with jobs.
 *
 * @param sandbox whether its jobs are made in the sandbox
 * @param pollEvery the time between two looks at a running job, once it has run for a while
 * @param lease how long other processes leave this one's jobs alone after it was last heard of
 * @param claimEvery how often it looks for jobs that nobody works on
 * @param duplicateWindow how long after a job has succeeded the same arguments still find it
 * @param collectFor how long fetching a finished result is tried
 * @param queryWindow how long MiniMax answers for a task; a task it does not know after that is lost
 * @param retention how long finished jobs are remembered
 */
public record JobSettings(
        boolean sandbox,
        Duration pollEvery,
        Duration lease,
        Duration claimEvery,
        Duration duplicateWindow,
        Duration collectFor,
        Duration queryWindow,
        Duration retention) {
    public JobSettings {
        if (pollEvery.isNegative() || pollEvery.isZero()) {
            throw new IllegalArgumentException("the time between two looks must be positive, not " + pollEvery);
        }
        if (lease.compareTo(Duration.ofSeconds(3)) < 0) {
            throw new IllegalArgumentException("a lease shorter than 3 s is lost before it is renewed: " + lease);
        }
    }

    /** For MiniMax itself. The query window is that of the video API of 2026 (API reference, section 3.2). */
    public static JobSettings standard() {
        return new JobSettings(
                false,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Duration.ofHours(24),
                Duration.ofDays(7),
                Duration.ofDays(30));
    }

    /** For the sandbox, where everything takes seconds. */
    public static JobSettings inSandbox() {
        return standard().withSandbox(true).withPollEvery(Duration.ofSeconds(1));
    }

    public JobSettings withSandbox(boolean inSandbox) {
        return new JobSettings(
                inSandbox, pollEvery, lease, claimEvery, duplicateWindow, collectFor, queryWindow, retention);
    }

    public JobSettings withPollEvery(Duration between) {
        return new JobSettings(
                sandbox, between, lease, claimEvery, duplicateWindow, collectFor, queryWindow, retention);
    }

    public JobSettings withRetention(Duration kept) {
        return new JobSettings(sandbox, pollEvery, lease, claimEvery, duplicateWindow, collectFor, queryWindow, kept);
    }
}
