package io.minimaxmcp.server.mcp;

import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.tools.tool.Cancellation;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One peer that may speak both eras, message by message. Each side is made with the first message that is for it. */
public final class BothEras implements Side {
    private final Map<Era, Side> made = new ConcurrentHashMap<>();
    private final Function<Era, Side> make;

    public BothEras(Function<Era, Side> make) {
        this.make = make;
    }

    /** What is no request can only be for a session: the stateless era knows no such messages but cancellations. */
    @Override
    public CompletionStage<Void> take(Incoming message, Cancellation cancellation) {
        Era era = message instanceof Request request ? Era.of(request) : Era.SESSION;
        return made.computeIfAbsent(era, make).take(message, cancellation);
    }

    @Override
    public boolean takesBatches() {
        return made.values().stream().anyMatch(Side::takesBatches);
    }

    @Override
    public void inputEnded() {
        made.values().forEach(Side::inputEnded);
    }

    @Override
    public void close() {
        made.values().forEach(Side::close);
    }
}
