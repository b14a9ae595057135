package io.minimaxmcp.tools.media;

/** What is done with results that MiniMax hands over as links. */
public enum ResultMode {
    /** They are saved in the output folder. */
    FILE,
    /** Only the links are passed on; nothing is fetched. */
    URL
}
