package io.minimaxmcp.server.mcp.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.tool.Confirmer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the person through a client that can: a form without fields, so that there is nothing but yes and no.
 *
 * @param patience how long an answer is waited for
 * @param executor where the call goes on once it is there
 */
record Question(Caller caller, Duration patience, Executor executor) implements Confirmer {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    @Override
    public CompletionStage<Reply> ask(String question) {
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("message", question);
        form.putObject("requestedSchema").put("type", "object").putObject("properties");
        return caller.ask("elicitation/create", form, patience).handleAsync(Question::reply, executor);
    }

    private static Reply reply(JsonNode answer, Throwable notAsked) {
        if (notAsked != null) {
            LOG.atDebug().setCause(notAsked).log("nobody could be asked");
            return Reply.CANNOT_ASK;
        }
        return answer.path("action").asText().equals("accept") ? Reply.YES : Reply.NO;
    }
}
