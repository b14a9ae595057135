package io.minimaxmcp.tools.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the person at the other end, where the client can. */
@FunctionalInterface
public interface Confirmer {
    /** For clients that cannot ask anybody. */
    Confirmer NOBODY = question -> CompletableFuture.completedFuture(Reply.CANNOT_ASK);

    CompletionStage<Reply> ask(String question);

    /** What came of asking. */
    enum Reply {
        YES,
        NO,
        CANNOT_ASK
    }
}
