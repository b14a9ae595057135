package io.minimaxmcp.tools.job;

/** Somebody else changed or took over the job: whoever sees this lets go of it and reads it again. */
public final class StaleJobException extends RuntimeException {
    public StaleJobException(String jobId) {
        super("job " + jobId + " was changed or taken over elsewhere");
    }
}
