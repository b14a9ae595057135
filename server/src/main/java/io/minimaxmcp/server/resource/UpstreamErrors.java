package io.minimaxmcp.server.resource;

import io.minimaxmcp.tools.upstream.CodeRow;
import io.minimaxmcp.tools.upstream.UpstreamCodes;
import java.util.stream.Collectors;

/** The part of the guide to errors that is about MiniMax's own codes, written from the table that the server acts by. */
public final class UpstreamErrors {
    private static final String HEAD = """

            ## What MiniMax answers

            `charged` is about paid calls; free ones never cost.

            | MiniMax | meaning | code | charged | do |
            |---|---|---|---|---|
            """;

    private UpstreamErrors() {}

    public static String markdown() {
        return UpstreamCodes.documented().rows().stream()
                .map(UpstreamErrors::row)
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(CodeRow row) {
        return "| " + row.name() + " | " + row.meaning() + " | " + row.kind() + " | "
                + row.charged().wireName() + " | " + row.nextStep() + " |";
    }
}
