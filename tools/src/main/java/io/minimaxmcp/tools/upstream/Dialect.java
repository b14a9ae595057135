package io.minimaxmcp.tools.upstream;

/** Which description of the API the host is spoken to by. */
public enum Dialect {
    /** The API as MiniMax documents it today. */
    PLATFORM,
    /** The wire format of the product brief, letter by letter. */
    REFERENCE;

    /** Where speech is asked for; every other path is the same in both. */
    public Endpoint speech() {
        return this == PLATFORM ? Endpoints.SPEECH : Endpoints.SPEECH_REFERENCE;
    }
}
