package io.minimaxmcp.server.mcp;

import java.util.Arrays;

/** A revision of MCP, oldest first. */
public enum Revision {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25"),
    /** The first without a handshake: each request says for itself what it speaks. */
    V2026_07_28("2026-07-28");

    private final String date;

    Revision(String date) {
        this.date = date;
    }

    /** What to speak with a client that offers this in its handshake: the same where we can, else the newest. */
    public static Revision negotiate(String offered) {
        return Arrays.stream(values())
                .filter(known -> known.hasSessions() && known.date.equals(offered))
                .findFirst()
                .orElse(V2025_11_25);
    }

    /** Whether a session can have been agreed on under this date. */
    public static boolean isOfSessions(String date) {
        return Arrays.stream(values()).anyMatch(known -> known.hasSessions() && known.date.equals(date));
    }

    /** Whether it begins with a handshake, after which much goes without saying. */
    public boolean hasSessions() {
        return compareTo(V2026_07_28) < 0;
    }

    public String date() {
        return date;
    }

    /** Whether its clients may send several messages at once: it came with this revision and went with the next. */
    public boolean hasBatches() {
        return this == V2025_03_26;
    }

    /** Whether its clients know {@code structuredContent} and {@code resource_link}; older ones may choke on the latter. */
    public boolean hasStructuredResults() {
        return compareTo(V2025_06_18) >= 0;
    }
}
