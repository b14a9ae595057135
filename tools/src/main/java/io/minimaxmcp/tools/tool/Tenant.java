package io.minimaxmcp.tools.tool;

import java.util.regex.Pattern;

/** Whose jobs, files, voices and money these are. */
public record Tenant(String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");

    /** The only tenant of a process that serves one person over stdio. */
    public static final Tenant LOCAL = new Tenant("local");

    public Tenant {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("tenant id must match " + ID);
        }
    }
}
