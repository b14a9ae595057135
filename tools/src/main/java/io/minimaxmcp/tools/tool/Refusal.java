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
        return of(ErrorKind.INVALID_INPUT, field, value, problem, fix);
    }

    /** For arguments that are well formed and yet name something that is not there or not allowed. */
    public static ToolException of(ErrorKind kind, String field, @Nullable Object value, String problem, String fix) {
        String shown = value == null ? "" : " '" + shortened(value.toString()) + "'";
        return new ToolException(
                Failure.of(kind, field + shown + " " + sentence(problem), fix).onField(field));
    }

    private static String sentence(String clause) {
        return clause.endsWith(".") ? clause : clause + ".";
    }

    /** On one line, and without characters that move a cursor or turn the text around. */
    private static String shortened(String value) {
        String head = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return head.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
