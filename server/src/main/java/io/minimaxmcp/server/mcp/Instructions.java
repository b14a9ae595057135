package io.minimaxmcp.server.mcp;

/** What an agent is told about this server as a whole, once, in the handshake: at most 1.5 kB. */
public final class Instructions {
    private Instructions() {}

    public static String text() {
        return Texts.read("instructions.md").strip();
    }
}
