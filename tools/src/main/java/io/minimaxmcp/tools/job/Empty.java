package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Answer;

/** The answer said yes and brought nothing: it may have been paid for. */
public final class Empty {
    private Empty() {}

    /** A link that may be empty: what it leads to is made and paid for, so it is asked for again. */
    public static String checked(String link, Answer answer) {
        if (link.isBlank()) {
            throw new ToolException(Failure.of(
                            ErrorKind.UPSTREAM,
                            "MiniMax made the result, but gave no link to it.",
                            "It is asked for again by itself; ask for the job a little later.")
                    .canBeRetried()
                    .charged(Charged.YES)
                    .fromUpstream(null, answer.traceId()));
        }
        return link;
    }

    public static Failure answer(String what, Answer answer) {
        return Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax reported success but sent no " + what + ".",
                        "Look at the MiniMax console for what was billed; to try again at a new price, use another request_id.")
                .charged(Charged.UNKNOWN)
                .fromUpstream(null, answer.traceId());
    }
}
