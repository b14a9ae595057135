package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.BatchAnswers;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one request of a batch has of the response to all. */
final class PartOfBatch implements Outlet {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Outlet whole;
    private final BatchAnswers answers;

    PartOfBatch(Outlet whole, BatchAnswers answers) {
        this.whole = whole;
        this.answers = answers;
    }

    @Override
    public boolean tell(JsonNode message, boolean onlyIfRoom) {
        return !ended.get() && whole.tell(message, onlyIfRoom);
    }

    @Override
    public boolean answer(JsonNode message) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            answers.add(message);
        }
        return first;
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            answers.callOff();
        }
    }
}
