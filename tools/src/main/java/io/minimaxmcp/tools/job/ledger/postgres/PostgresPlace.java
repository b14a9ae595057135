package io.minimaxmcp.tools.job.ledger.postgres;

/** Where the shared ledger is: a {@code jdbc:postgresql:} URL, which may hold a password and is never shown whole. */
public record PostgresPlace(String url) {
    private static final String SCHEME = "jdbc:postgresql:";

    public PostgresPlace {
        if (!isOne(url)) {
            throw new IllegalArgumentException("must be " + SCHEME + "//<host>[:<port>]/<database>");
        }
    }

    public static boolean isOne(String url) {
        return url.startsWith(SCHEME) && url.length() > SCHEME.length();
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//.*@", "//");
    }
}
