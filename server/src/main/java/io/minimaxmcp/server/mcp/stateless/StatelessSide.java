package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.mcp.Refusals;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.RpcResult;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers what comes in on one wire. All that it keeps are the requests that are not answered yet. */
final class StatelessSide implements Side {
    private final Set<ResponseStream> open = ConcurrentHashMap.newKeySet();
    private final StatelessServer server;
    private final Tenant tenant;
    private final boolean localPaths;
    private final Wire wire;

    StatelessSide(StatelessServer server, Tenant tenant, boolean localPaths, Wire wire) {
        this.server = server;
        this.tenant = tenant;
        this.localPaths = localPaths;
        this.wire = wire;
    }

    /** Clients of this era send nothing but requests, and cancellations, which reach their request by another way. */
    @Override
    public CompletionStage<Void> take(Incoming message, Cancellation cancellation) {
        return message instanceof Request request ? answer(request, cancellation) : done();
    }

    private CompletionStage<Void> answer(Request request, Cancellation cancellation) {
        ResponseStream stream = new ResponseStream(wire, cancellation);
        CompletableFuture<Void> over = new CompletableFuture<>();
        open.add(stream);
        cancellation.whenRequested().thenRun(() -> over.complete(null));
        Stages.from(() -> server.answer(request, tenant, localPaths, stream, cancellation))
                .handle((result, thrown) -> message(request, result, thrown))
                .thenAccept(stream::answer)
                .whenComplete((answered, bug) -> over.complete(null));
        return over.whenComplete((ended, never) -> open.remove(stream));
    }

    private static ObjectNode message(Request request, @Nullable ObjectNode result, @Nullable Throwable thrown) {
        return result == null
                ? Refusals.of(request.method(), thrown).answer(request.id())
                : new RpcResult(result).answer(request.id());
    }

    /** Ends what would otherwise go on for as long as the client wants. */
    @Override
    public void inputEnded() {
        open.forEach(ResponseStream::close);
    }

    @Override
    public void close() {
        inputEnded();
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
