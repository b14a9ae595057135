package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a peer that may send batches: what answers a request of a batch waits for the other answers. */
public final class BatchingWire implements Wire {
    private final Map<JsonNode, BatchAnswers> byRequest = new ConcurrentHashMap<>();
    private final Wire wire;

    public BatchingWire(Wire wire) {
        this.wire = wire;
    }

    /** From now on the answer to this request goes with the batch's. */
    public void gather(JsonNode requestId, BatchAnswers batch) {
        byRequest.put(requestId, batch);
    }

    /** All there is to do for the request is done; where it has no answer yet, it never will. */
    public void end(JsonNode requestId) {
        BatchAnswers batch = byRequest.remove(requestId);
        if (batch != null) {
            batch.callOff();
        }
    }

    @Override
    public boolean send(JsonNode message) {
        JsonNode id = message.has("method") ? null : MessageReader.id(message.get("id"));
        BatchAnswers batch = id == null ? null : byRequest.remove(id);
        if (batch == null) {
            return wire.send(message);
        }
        batch.add(message);
        return true;
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        return wire.sendIfRoom(message);
    }
}
