package io.minimaxmcp.tools.tool;

import org.jspecify.annotations.Nullable;

/** Says no to an argument before anything is sent: which field, what it is, what is allowed, and how to call instead. */
public final class Refusal {
    private static final int LONGEST_VALUE = 60;

    private Refusal() {}

    /**
     * @param problem a clause that goes on after the field and its value: {@code is not offered by S2V-01}
     * @param fix an instruction: {@code Use resolution 768P.}
     */
    public static ToolException of(String field, @Nullable Object value, String problem, String fix) {
        String shown = value == null ? "" : " '" + shortened(value.toString()) + "'";
        return new ToolException(Failure.of(ErrorKind.INVALID_INPUT, field + shown + " " + problem, fix)
                .onField(field));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
