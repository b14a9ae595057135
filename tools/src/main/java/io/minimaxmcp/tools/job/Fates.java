package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;

/** How jobs end badly for reasons that MiniMax did not give: one sentence on what happened, one on what to do. */
final class Fates {
    private static final String MAY_PAY_TWICE =
            " Only if paying twice is acceptable, make the call again with a new request_id.";

    private Fates() {}

    static Failure answerLost() {
        return Failure.of(
                        ErrorKind.UNKNOWN_OUTCOME,
                        "The paid request was sent and its answer was lost: nobody can know whether MiniMax took it.",
                        "Look at the usage page of the MiniMax account." + MAY_PAY_TWICE)
                .charged(Charged.UNKNOWN);
    }

    static Failure notSent() {
        return Failure.of(
                        ErrorKind.UNAVAILABLE,
                        "An internal error kept the request from being sent.",
                        "Make the call again; if it fails again, report it with the server's log.")
                .canBeRetried();
    }

    static Failure forgotten() {
        return Failure.of(
                        ErrorKind.NOT_FOUND,
                        "MiniMax no longer knows this task: it answers only for tasks of the last days.",
                        "The result cannot be had any more." + MAY_PAY_TWICE)
                .charged(Charged.UNKNOWN);
    }

    /** Not to be made again: it was made, and the outputs are named in the job. */
    static Failure notCollected(Throwable problem) {
        ToolException last = ToolException.in(problem);
        String why = last == null ? "" : " The last attempt: " + last.failure().message();
        return Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax made the result, but it could not be fetched for a long time." + why,
                        "Look for it in the MiniMax account." + MAY_PAY_TWICE)
                .charged(Charged.YES);
    }

    /** The job has succeeded all the same. */
    static String partlyCollected(int saved, int all, Throwable problem) {
        return "Only " + saved + " of " + all + (all == 1 ? " file" : " files")
                + " could be had; the last attempt for what is missing: " + trouble(problem);
    }

    static Failure cancelled() {
        return Failure.of(
                ErrorKind.CANCELLED,
                "The job was cancelled before MiniMax began with it.",
                "Nothing is left to do; call the tool again to make it after all.");
    }

    static Failure deleted() {
        return Failure.of(
                        ErrorKind.CANCELLED,
                        "It was finished in the moment it was to be cancelled, and MiniMax deleted the result.",
                        "It was charged and cannot be had any more. Make the call again with a new request_id to pay for another.")
                .charged(Charged.YES);
    }

    static Failure noSuchJob(String jobId) {
        return Failure.of(
                        ErrorKind.NOT_FOUND,
                        "There is no job \"" + Phrases.within(60, jobId) + "\".",
                        "Call list_jobs for the ids of earlier jobs.")
                .onField("job_id");
    }

    static Failure notPrepared() {
        return Failure.of(
                        ErrorKind.TIMEOUT,
                        "The request's media were not fetched in the time that this call has, so nothing was sent.",
                        "Call again, with a larger wait_seconds, or with media from a faster place.")
                .canBeRetried();
    }

    static Failure takenByAnotherTool(Job found, Job asked) {
        return Refusal.of(
                        "request_id",
                        asked.requestId(),
                        "is the name of an earlier " + found.order().tool() + " call (job " + found.id()
                                + "); nothing was sent.",
                        "Call " + asked.order().tool()
                                + " again with a request_id of its own; call get_job for that job.")
                .failure();
    }

    static Failure callerGone() {
        return Failure.of(
                ErrorKind.CANCELLED,
                "The call was cancelled before anything was sent.",
                "Nothing is left to do; call the tool again to make it after all.");
    }

    /** What a job's last step failed with, for a progress message. */
    static String trouble(Throwable problem) {
        ToolException known = ToolException.in(problem);
        return known == null ? "an internal error" : known.failure().message();
    }
}
