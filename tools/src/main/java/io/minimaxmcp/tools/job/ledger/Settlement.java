package io.minimaxmcp.tools.job.ledger;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Failure;
import java.util.Locale;

/** How a job's price counts. */
enum Settlement {
    /** The job is under way and may come to cost it. */
    RESERVED,
    /** It was charged, or may have been: where nobody knows, it counts. */
    SETTLED,
    /** It cost nothing. */
    RETURNED;

    static Settlement of(Job job) {
        Failure failure = job.failure();
        return switch (job.stage()) {
            case QUEUED, SENDING, RUNNING, COLLECTING -> RESERVED;
            case SUCCEEDED, UNKNOWN -> SETTLED;
            case FAILED -> failure != null && failure.charged() == Charged.NO ? RETURNED : SETTLED;
            case CANCELLED -> failure == null || failure.charged() == Charged.NO ? RETURNED : SETTLED;
        };
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
