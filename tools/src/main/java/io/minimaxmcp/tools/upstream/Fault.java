package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt that came to nothing; becomes a {@code ToolException} at the edge of this package. */
final class Fault extends RuntimeException {
    /** Ways in which an attempt fails without an answer that could be read; each has its line in {@code codes.json}. */
    enum Line {
        REFUSED,
        NAME_NOT_FOUND,
        CONNECT_TIMEOUT,
        TLS,
        CIRCUIT_OPEN,
        TIMEOUT,
        CONNECTION_LOST,
        BROKEN_ANSWER,
        OTHER_CODE
    }

    private final transient CodeRow row;
    private final transient Failure failure;
    private final transient @Nullable Duration retryAfter;

    /** @param retryAfter how long MiniMax asked to be left alone, where it did */
    Fault(CodeRow row, Failure failure, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(row.name(), cause);
        this.row = row;
        this.retryAfter = failure.retryable() ? retryAfter : null;
        this.failure = this.retryAfter == null ? failure : failure.retryAfter(this.retryAfter);
    }

    CodeRow row() {
        return row;
    }

    Failure failure() {
        return failure;
    }

    /** How long to leave the lane alone: what MiniMax asked for, or what lack of room suggests; zero when neither. */
    Duration rest(Patience patience, int attempt) {
        if (row.fate() == CodeRow.Fate.REFUSED) {
            return Duration.ZERO;
        }
        Duration ours = row.pause().isZero() ? Duration.ZERO : patience.pause(row.pause(), attempt);
        Duration asked = retryAfter == null ? Duration.ZERO : retryAfter;
        Duration longer = asked.compareTo(ours) > 0 ? asked : ours;
        Duration bound = patience.longestRetryAfter();
        return longer.compareTo(bound) > 0 ? bound : longer;
    }

    /** Whether this attempt of this endpoint is to be followed by another. */
    boolean repeats(Endpoint endpoint, Patience patience, int attempt) {
        if (!row.repeats(endpoint.repeat())) {
            return false;
        }
        if (retryAfter != null && retryAfter.compareTo(patience.longestRetryAfter()) > 0) {
            return false;
        }
        return attempt < (row.pause().isZero() ? patience.faultAttempts() : patience.throttledAttempts());
    }

    ToolException toToolException() {
        return new ToolException(failure, this);
    }
}
