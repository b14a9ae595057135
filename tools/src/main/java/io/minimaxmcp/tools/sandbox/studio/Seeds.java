package io.minimaxmcp.tools.sandbox.studio;

/** Turns the words of a request into a number, so that different requests look and sound different. */
final class Seeds {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Seeds() {}

    /** FNV-1a over the characters: {@code String.hashCode} would give neighbours neighbouring seeds. */
    static long of(String... words) {
        long hash = OFFSET;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * PRIME;
            }
            hash = (hash ^ 0x1f) * PRIME;
        }
        return hash;
    }
}
