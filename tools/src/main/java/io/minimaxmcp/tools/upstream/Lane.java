package io.minimaxmcp.tools.upstream;

/** One rate limit of a MiniMax account, shared by all calls that count against it. */
public enum Lane {
    IMAGE,
    VIDEO,
    SPEECH,
    MUSIC,
    VOICE,
    QUERY,
    FILES
}
