package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Failure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link UpstreamCodes} for people to read: one Markdown table, made of what the code goes by. */
public final class ErrorTable {
    private static final String HEAD = """
            | from MiniMax | what happened | code | charged | retryable | sent again by itself | next step |
            |---|---|---|---|---|---|---|
            """;

    private ErrorTable() {}

    /** As a paid call is told; a call that costs nothing is never charged. */
    public static String markdown() {
        List<CodeRow> rows = UpstreamCodes.documented().rows();
        return rows.stream().map(ErrorTable::line).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String line(CodeRow row) {
        Failure told = row.failure(Endpoint.Repeat.PAID, null, null, null);
        return String.join(
                " | ",
                "| " + row.name(),
                row.meaning(),
                "`" + told.kind() + "`",
                told.charged().name().toLowerCase(Locale.ROOT),
                told.retryable() ? "yes" : "no",
                again(row),
                told.nextStep() + " |");
    }

    private static String again(CodeRow row) {
        if (row.repeats(Endpoint.Repeat.PAID)) {
            return "yes";
        }
        return row.repeats(Endpoint.Repeat.HARMLESS) ? "free calls only" : "no";
    }
}
