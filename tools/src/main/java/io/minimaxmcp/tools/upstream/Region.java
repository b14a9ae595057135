package io.minimaxmcp.tools.upstream;

import java.util.Locale;

/** Where a MiniMax key belongs; keys of one region are unknown in the other. */
public enum Region {
    /** Found out with the first key that is refused. */
    AUTO,
    GLOBAL,
    MAINLAND;

    /** As in {@code MINIMAX_REGION}. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
