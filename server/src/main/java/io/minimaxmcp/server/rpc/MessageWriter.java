package io.minimaxmcp.server.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.minimaxmcp.schemas.JsonTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages as bytes. Whoever waits for an answer that cannot be written gets an error in its place. */
public final class MessageWriter {
    /** Room for the largest file that is read, in base64, and less than any transport holds for one client. */
    static final int MOST_BYTES = 48 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private MessageWriter() {}

    /** On one line; null where it is news that cannot be written: nobody waits for it. */
    public static byte @Nullable [] bytes(JsonNode message) {
        return bytes(message, MOST_BYTES);
    }

    static byte @Nullable [] bytes(JsonNode message, int most) {
        RpcError problem;
        try {
            byte[] bytes = JsonTree.bytes(message);
            if (bytes.length <= most) {
                return bytes;
            }
            LOG.atError().addKeyValue("bytes", bytes.length).log("a message is too long to be sent");
            problem = RpcError.of(RpcError.INTERNAL, "The answer would have more than " + most + " bytes");
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("a message cannot be written");
            problem = RpcError.of(RpcError.INTERNAL, "Internal error");
        }
        return message.has("method") ? null : JsonTree.bytes(instead(message, problem));
    }

    private static JsonNode instead(JsonNode message, RpcError problem) {
        if (!message.isArray()) {
            return problem.answer(MessageReader.id(message.get("id")));
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        message.forEach(answer -> answers.add(instead(answer, problem)));
        return answers;
    }
}
