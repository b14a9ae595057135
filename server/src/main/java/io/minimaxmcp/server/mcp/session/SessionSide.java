package io.minimaxmcp.server.mcp.session;

import static io.modelcontextprotocol.spec.McpSchema.METHOD_INITIALIZE;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_NOTIFICATION_INITIALIZED;
import static io.modelcontextprotocol.spec.McpSchema.METHOD_PING;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Notification;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Response;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.RpcResult;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Stands before an SDK session and keeps from it what it cannot take: a session waits for ever when it is asked something
 * before the handshake, and begins anew when it is asked for the handshake twice.
 */
final class SessionSide implements Side {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSide.class);

    private static final RpcError BUG = RpcError.of(RpcError.INTERNAL, "Internal error");

    private final Session session;
    private final McpServerSession sdk;
    private final Wire wire;
    private final Set<String> methods;
    private volatile boolean open;

    /**
     * @param methods what the SDK session has handlers for
     */
    SessionSide(Session session, McpServerSession sdk, Wire wire, Set<String> methods) {
        this.session = session;
        this.sdk = sdk;
        this.wire = wire;
        this.methods = methods;
    }

    @Override
    public CompletionStage<Void> take(Incoming message, Cancellation cancellation) {
        if (message instanceof Request request) {
            return answer(request, cancellation);
        }
        if (message instanceof Notification news && news.method().equals(METHOD_NOTIFICATION_INITIALIZED)) {
            open = session.isAgreed();
            JSONRPCNotification told = new JSONRPCNotification(news.method(), news.params());
            return open ? run(sdk.handle(told), () -> {}, cancellation) : done();
        }
        if (message instanceof Response response) {
            session.questions().answer(response);
        }
        return done();
    }

    private CompletionStage<Void> answer(Request request, Cancellation cancellation) {
        if (request.method().equals(METHOD_PING)) {
            wire.send(RpcResult.empty().answer(request.id()));
            return done();
        }
        Optional<RpcError> refusal = refusal(request.method());
        if (refusal.isPresent()) {
            wire.send(refusal.get().answer(request.id()));
            return done();
        }
        JSONRPCRequest asked = new JSONRPCRequest(request.method(), value(request.id()), request.params());
        return run(
                sdk.handle(asked).contextWrite(context -> context.put(Answering.REQUEST, request.id())),
                () -> wire.send(BUG.answer(request.id())),
                cancellation);
    }

    private Optional<RpcError> refusal(String method) {
        if (method.equals(METHOD_INITIALIZE)) {
            return when(session.isAgreed(), RpcError.INVALID_REQUEST, "This session is initialized already");
        }
        if (!methods.contains(method)) {
            return when(true, RpcError.METHOD_NOT_FOUND, "Method not found");
        }
        return when(!open, RpcError.INVALID_REQUEST, "First send initialize, then notifications/initialized");
    }

    private static Optional<RpcError> when(boolean refused, int code, String message) {
        return refused ? Optional.of(RpcError.of(code, message)) : Optional.empty();
    }

    /**
     * @param failed what to do where the session fails on a bug, so that nobody waits for ever
     */
    private static CompletionStage<Void> run(Mono<Void> handling, Runnable failed, Cancellation cancellation) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Disposable work = handling.subscribe(
                nothing -> {},
                bug -> {
                    LOG.atError().setCause(bug).log("the session failed on a message");
                    failed.run();
                    done.complete(null);
                },
                () -> done.complete(null));
        cancellation.whenRequested().thenRun(() -> {
            work.dispose();
            done.complete(null);
        });
        return done;
    }

    @Override
    public boolean takesBatches() {
        return session.revision().hasBatches();
    }

    @Override
    public void inputEnded() {
        session.questions().giveUp();
    }

    @Override
    public void close() {
        sdk.close();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static Object value(JsonNode id) {
        return id.isTextual() ? id.textValue() : id.longValue();
    }
}
