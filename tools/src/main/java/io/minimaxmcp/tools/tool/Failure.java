package io.minimaxmcp.tools.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything a caller is told of a failure: what happened, whether it cost anything, what to do next.
 *
 * @param message one or two sentences for a person or a language model; never a key, a stack trace or vendor HTML
 * @param nextStep what the caller can do now, as an instruction
 */
public record Failure(
        @JsonProperty("code") ErrorKind kind,
        String message,
        @Nullable String field,
        @Nullable Integer upstreamCode,
        @Nullable String traceId,
        boolean retryable,
        @Nullable Long retryAfterS,
        Charged charged,
        String nextStep,
        @Nullable String jobId) {

    /** A failure that was found before anything was sent: it cost nothing, and the same call would fail again. */
    public static Failure of(ErrorKind kind, String message, String nextStep) {
        return new Failure(kind, message, null, null, null, false, null, Charged.NO, nextStep, null);
    }

    public Failure onField(String name) {
        return new Failure(
                kind, message, name, upstreamCode, traceId, retryable, retryAfterS, charged, nextStep, jobId);
    }

    /** The same, with one more sentence on what happened and another one on what to do. */
    public Failure adding(String sentence, String step) {
        return new Failure(
                kind,
                message + " " + sentence,
                field,
                upstreamCode,
                traceId,
                retryable,
                retryAfterS,
                charged,
                step,
                jobId);
    }

    /** The same, with something else to do. */
    public Failure advising(String step) {
        return new Failure(kind, message, field, upstreamCode, traceId, retryable, retryAfterS, charged, step, jobId);
    }

    public Failure fromUpstream(@Nullable Integer code, @Nullable String trace) {
        return new Failure(kind, message, field, code, trace, retryable, retryAfterS, charged, nextStep, jobId);
    }

    public Failure canBeRetried() {
        return new Failure(kind, message, field, upstreamCode, traceId, true, retryAfterS, charged, nextStep, jobId);
    }

    public Failure retryAfter(Duration wait) {
        return new Failure(
                kind, message, field, upstreamCode, traceId, true, wait.toSeconds(), charged, nextStep, jobId);
    }

    public Failure charged(Charged verdict) {
        return new Failure(
                kind, message, field, upstreamCode, traceId, retryable, retryAfterS, verdict, nextStep, jobId);
    }

    public Failure ofJob(String id) {
        return new Failure(kind, message, field, upstreamCode, traceId, retryable, retryAfterS, charged, nextStep, id);
    }
}
