package io.minimaxmcp.server.mcp.session;

import io.minimaxmcp.tools.tool.Confirmer;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks the person through a client that can: a form without fields, so that there is nothing but yes and no. */
final class Question implements Confirmer {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    private final McpAsyncServerExchange exchange;
    private final Duration patience;
    private final Executor executor;

    /**
     * @param patience how long an answer is waited for
     * @param executor where the call goes on once it is there
     */
    Question(McpAsyncServerExchange exchange, Duration patience, Executor executor) {
        this.exchange = exchange;
        this.patience = patience;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Reply> ask(String question) {
        Map<String, Object> noFields = Map.of("type", "object", "properties", Map.of());
        return exchange.createElicitation(new ElicitFormRequest(question, noFields, null))
                .timeout(patience)
                .map(Question::reply)
                .onErrorResume(notAsked -> {
                    LOG.atDebug().setCause(notAsked).log("nobody could be asked");
                    return Mono.just(Reply.CANNOT_ASK);
                })
                .publishOn(Schedulers.fromExecutor(executor))
                .toFuture();
    }

    private static Reply reply(ElicitResult result) {
        return result.action() == ElicitResult.Action.ACCEPT ? Reply.YES : Reply.NO;
    }
}
