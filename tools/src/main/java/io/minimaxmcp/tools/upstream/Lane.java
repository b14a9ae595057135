package io.minimaxmcp.tools.upstream;

/** One rate limit of a MiniMax account, shared by all calls that count against it. */
public enum Lane {
    IMAGE,
    /** The first generation of the video API. */
    VIDEO,
    /** The second one. */
    H3,
    SPEECH,
    TRANSCRIPTION,
    MUSIC,
    VOICE,
    QUERY,
    FILES
}
