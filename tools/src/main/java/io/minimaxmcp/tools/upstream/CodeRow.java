package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one way of failing means: for us, whether to send again; for the caller, what happened and what to do.
 *
 * @param name the code as MiniMax has it ({@code 1002}), {@code HTTP 502}, or the fault in words
 * @param retryable whether the same call by the same caller can succeed later
 * @param charged for paid calls; free calls never cost
 * @param pause how long the lane rests the first time; zero when the fault is not for lack of room
 */
public record CodeRow(
        String name,
        String meaning,
        ErrorKind kind,
        Fate fate,
        boolean retryable,
        Charged charged,
        Duration pause,
        String nextStep) {

    /** What became of the request, which decides whether it may be sent again. */
    public enum Fate {
        /** Provably not taken, and a later attempt can be: sent again whatever it costs. */
        NOT_TAKEN,
        /** MiniMax answered that something broke on its side: sent again where that is harmless. */
        BROKE,
        /** It left, and what became of it cannot be known: sent again where harmless; else the outcome is unknown. */
        LOST,
        /** Refused, and would be again: never sent again. */
        REFUSED
    }

    /** Whether an automatic repeat is allowed. */
    public boolean repeats(Endpoint.Repeat repeat) {
        return switch (fate) {
            case NOT_TAKEN -> repeat != Endpoint.Repeat.NEVER;
            case BROKE, LOST -> repeat == Endpoint.Repeat.HARMLESS;
            case REFUSED -> false;
        };
    }

    /** What a caller is told when a call of this kind ends this way. */
    Failure failure(Endpoint.Repeat repeat, @Nullable String said, @Nullable Integer code, @Nullable String traceId) {
        boolean unknown = fate == Fate.LOST && repeat != Endpoint.Repeat.HARMLESS;
        String message = meaning + (said == null ? "." : " (MiniMax: " + said + ").");
        return new Failure(
                unknown ? ErrorKind.UNKNOWN_OUTCOME : kind,
                unknown ? message + " The request had left, so it may have been carried out." : message,
                null,
                code,
                traceId,
                retryable && !unknown,
                null,
                repeat == Endpoint.Repeat.PAID ? charged : Charged.NO,
                unknown ? findOut(repeat) : nextStep,
                null);
    }

    private static String findOut(Endpoint.Repeat repeat) {
        return repeat == Endpoint.Repeat.PAID
                ? "Do not simply repeat it: it may have been made and charged. Look at the usage page of the MiniMax account "
                        + "(or list the account's tasks) first; to send it anyway, call again with a new request_id."
                : "Look whether it took effect (list again) before repeating it.";
    }
}
