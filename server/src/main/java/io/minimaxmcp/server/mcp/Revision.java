package io.minimaxmcp.server.mcp;

import java.util.Arrays;

/** A revision of MCP, oldest first. */
public enum Revision {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25");

    private final String date;

    Revision(String date) {
        this.date = date;
    }

    /** What to speak with a client that offers this in its handshake: the same where we can, else the newest. */
    public static Revision negotiate(String offered) {
        return Arrays.stream(values())
                .filter(known -> known.date.equals(offered))
                .findFirst()
                .orElse(V2025_11_25);
    }

    /** Whether this is the date of a revision that we speak. */
    public static boolean isKnown(String date) {
        return Arrays.stream(values()).anyMatch(known -> known.date.equals(date));
    }

    public String date() {
        return date;
    }

    /** Whether its clients know {@code structuredContent} and {@code resource_link}; older ones may choke on the latter. */
    public boolean hasStructuredResults() {
        return compareTo(V2025_06_18) >= 0;
    }
}
