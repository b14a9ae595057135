package io.minimaxmcp.tools.job.ledger;

/** What a change outlives from the moment that it is answered. Every change outlives the end of the process. */
enum Lasting {
    /** A power cut too: the disk is asked for it. */
    AT_ONCE("PRAGMA synchronous = FULL"),
    /** A power cut only once a later change does: for what may be lost with nothing paid for. */
    WITH_THE_NEXT("PRAGMA synchronous = NORMAL");

    private final String pragma;

    Lasting(String pragma) {
        this.pragma = pragma;
    }

    /** Makes SQLite's commits so, in WAL mode. */
    String pragma() {
        return pragma;
    }
}
