package io.minimaxmcp.server;

/** How long a process means to be there, which decides what of others' work it takes on. */
public enum Stay {
    /** A call from the shell: it finishes what it was asked, and leaves what others began to others. */
    FOR_ONE_CALL,
    /** As long as an assistant runs: it takes up what others left, and touches the disk seldom while it idles. */
    FOR_A_CLIENT,
    /** A server that others rely on: it looks for what others left all the time. */
    FOR_MONTHS
}
