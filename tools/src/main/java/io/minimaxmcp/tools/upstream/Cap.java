package io.minimaxmcp.tools.upstream;

/**
 * How many jobs of one lane an account may have under way at once: requests, and the tasks that they begin until these end.
 *
 * @param account says which account, and nothing of its key
 */
public record Cap(String account, Lane lane, int most) {
    public Cap {
        if (most < 1) {
            throw new IllegalArgumentException("the cap of lane " + lane + " must be at least 1, not " + most);
        }
    }

    /** Tells what is counted apart, for as long as there are ledgers. */
    public String name() {
        return account + "/" + lane;
    }
}
