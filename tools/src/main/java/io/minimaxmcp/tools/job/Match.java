package io.minimaxmcp.tools.job;

/** How the job of an answer is related to the call that is answered. */
public enum Match {
    /** The call made it, or only asked after it. */
    NEW,
    /** The call repeats the one that made it. */
    SAME,
    /** The call has its request_id and asks for something else. */
    OTHER_ARGUMENTS;

    static final String OTHERS = "This job was made by an earlier call with this request_id and other arguments.";

    public boolean isEarlier() {
        return this != NEW;
    }

    /** How the answer with this next step says that the earlier job it holds is related to its call. */
    public static Match told(String nextStep) {
        return nextStep.contains(OTHERS) ? OTHER_ARGUMENTS : SAME;
    }
}
