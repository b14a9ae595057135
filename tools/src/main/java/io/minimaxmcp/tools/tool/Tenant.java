package io.minimaxmcp.tools.tool;

import java.util.regex.Pattern;

/** Whose jobs, files, voices and money these are. */
public record Tenant(String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");
    private static final String KNOWN_BY_KEY = "key:";

    /** The only tenant of a process that serves one person over stdio. */
    public static final Tenant LOCAL = new Tenant("local");

    public Tenant {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("tenant id must match " + ID);
        }
    }

    /** The tenant that is whoever brings the MiniMax key with this digest, and pays with it. */
    public static Tenant payingItself(String digest) {
        return new Tenant(KNOWN_BY_KEY + digest);
    }

    /** Whether it is known only by the key that it brings; all others are in the server's account, and spend together. */
    public boolean paysItself() {
        return id.startsWith(KNOWN_BY_KEY);
    }
}
