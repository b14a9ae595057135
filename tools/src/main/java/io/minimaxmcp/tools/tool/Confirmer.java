package io.minimaxmcp.tools.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the person at the other end, where the client can. */
@FunctionalInterface
public interface Confirmer {
    /** For clients that cannot ask anybody. */
    Confirmer NOBODY = question -> CompletableFuture.completedFuture(Reply.CANNOT_ASK);

    CompletionStage<Reply> ask(String question);

    /**
     * Told when nobody could be asked just now, for clients that ask between two calls.
     *
     * @param token says yes to the question when it is given as {@code confirm} with the same call
     */
    default void askLater(String question, String token) {}

    /** What came of asking. */
    enum Reply {
        YES,
        NO,
        CANNOT_ASK
    }
}
