package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Consumer;

/** Holds back the answers to one batch until all are there, for they go out together. */
public final class BatchAnswers {
    private final ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    private final Consumer<ArrayNode> complete;
    private int awaited;

    /**
     * @param awaited how many there will be
     * @param complete takes them; empty where all were called off
     */
    public BatchAnswers(int awaited, Consumer<ArrayNode> complete) {
        this.awaited = awaited;
        this.complete = complete;
    }

    public void add(JsonNode answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        one();
    }

    /** One of them will never be there. */
    public void callOff() {
        one();
    }

    private void one() {
        boolean all;
        synchronized (answers) {
            awaited--;
            all = awaited == 0;
        }
        if (all) {
            complete.accept(answers);
        }
    }
}
