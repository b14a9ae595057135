package io.minimaxmcp.tools.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a failed call cost money. */
public enum Charged {
    NO,
    YES,
    UNKNOWN;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
