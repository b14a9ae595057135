package io.minimaxmcp.server.rpc;

import io.minimaxmcp.tools.tool.Cancellation;
import java.util.concurrent.CompletionStage;

/**
 * What understands the messages of one peer, in one era of the protocol: revisions with sessions are one side, the
 * stateless revision is another. A transport made for both asks each message which side it is for.
 */
public interface Side extends AutoCloseable {
    /**
     * Deals with one message. The stage never fails, and completes when whatever answers it has been handed to the
     * wire, or when {@code cancellation} was requested: then no answer is sent. Never throws, never blocks.
     */
    CompletionStage<Void> take(Incoming message, Cancellation cancellation);

    /** Whether the peer may send batches; what is in one comes by {@link #take} all the same. */
    default boolean takesBatches() {
        return false;
    }

    /** Nothing more will come in: whoever waits for the peer to answer waits in vain. */
    void inputEnded();

    @Override
    void close();
}
