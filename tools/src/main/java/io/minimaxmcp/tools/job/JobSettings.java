package io.minimaxmcp.tools.job;

import java.time.Duration;

/**
 * How this process deals with jobs.
 *
 * @param sandbox whether its jobs are made in the sandbox
 * @param takesUp whether it takes up what other processes left; one that is there for a single call should not
 * @param pollEvery the time between two looks at a running job, once it has run for a while
 * @param lease how long other processes leave this one's jobs alone after it was last heard of
 * @param claimEvery how often it looks for jobs that nobody works on
 * @param claimWhenIdle the same while it has none itself; a desktop process may idle for days and then seldom touches the disk
 * @param duplicateWindow how long after a job has succeeded the same arguments still find it
 * @param collectFor how long fetching a finished result is tried
 * @param queryWindow how long MiniMax answers for a task; a task it does not know after that is lost
 * @param retention how long finished jobs are remembered
 */
public record JobSettings(
        boolean sandbox,
        boolean takesUp,
        Duration pollEvery,
        Duration lease,
        Duration claimEvery,
        Duration claimWhenIdle,
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
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
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
        return with(inSandbox, takesUp, pollEvery, claimWhenIdle, retention);
    }

    /** For a process that is there for one call: it does what that call needs and leaves all else to others. */
    public JobSettings forOneCall() {
        return with(sandbox, false, pollEvery, claimWhenIdle, retention);
    }

    public JobSettings withPollEvery(Duration between) {
        return with(sandbox, takesUp, between, claimWhenIdle, retention);
    }

    /** For a process that does what others left even while it has nothing else to do. */
    public JobSettings neverIdle() {
        return with(sandbox, takesUp, pollEvery, claimEvery, retention);
    }

    public JobSettings withRetention(Duration kept) {
        return with(sandbox, takesUp, pollEvery, claimWhenIdle, kept);
    }

    private JobSettings with(boolean inSandbox, boolean takingUp, Duration between, Duration whenIdle, Duration kept) {
        return new JobSettings(
                inSandbox,
                takingUp,
                between,
                lease,
                claimEvery,
                whenIdle,
                duplicateWindow,
                collectFor,
                queryWindow,
                kept);
    }
}
