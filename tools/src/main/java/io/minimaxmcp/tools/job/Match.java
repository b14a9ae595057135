package io.minimaxmcp.tools.job;

/** How the job of an answer is related to the call that is answered. */
enum Match {
    /** The call made it, or only asked after it. */
    NEW,
    /** The call repeats the one that made it. */
    SAME,
    /** The call has its request_id and asks for something else. */
    OTHER_ARGUMENTS;

    boolean isEarlier() {
        return this != NEW;
    }
}
