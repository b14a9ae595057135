package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Unusable;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.TraceParent;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the message that a POST brings, and refuses what is none. */
final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    /** Of the longest; short ones have room for thousands. */
    private static final long AT_ONCE = 8;

    /** More than any client asks at once. */
    private static final int MOST_UNDER_WAY = 500;

    private final HttpLimits limits;
    private final Shares room;

    Messages(HttpLimits limits) {
        this.limits = limits;
        this.room = new Shares(AT_ONCE * limits.bodyBytes());
    }

    /**
     * @param then told of the message, unless it was refused, and of the room that it takes up until it is answered
     */
    void read(Exchange exchange, BiConsumer<Incoming, Shares.Portion> then) {
        if (!exchange.hasJsonBody()) {
            exchange.refuseAndClose(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Content-Type must be application/json");
            return;
        }
        Shares.Portion taken = room.portion(exchange.caller().sharer());
        org.eclipse.jetty.server.Request.addCompletionListener(exchange.request(), failure -> taken.endUnlessKept());
        exchange.body(limits, taken)
                .whenComplete((bytes, thrown) -> {
                    if (thrown == null) {
                        take(exchange, bytes, message -> then.accept(message, taken));
                    } else {
                        refuseBody(exchange, thrown);
                    }
                })
                .exceptionally(bug -> {
                    LOG.atDebug().setCause(bug).log("a body could not be read");
                    return new byte[0];
                });
    }

    private static void take(Exchange exchange, byte[] bytes, Consumer<Incoming> then) {
        try {
            Incoming message = MessageReader.read(bytes);
            if (message instanceof Unusable unusable) {
                exchange.refuse(HttpStatus.BAD_REQUEST_400, unusable.id(), unusable.error());
            } else {
                if (message instanceof Request request) {
                    TraceParent.fill(request.params(), exchange.header(TraceParent.NAME));
                }
                RequestLine.note(exchange, message);
                then.accept(message);
            }
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("a message could not be dealt with");
            exchange.callback().failed(bug);
        }
    }

    private void refuseBody(Exchange exchange, Throwable thrown) {
        Throwable cause = ToolException.unwrap(thrown);
        if (cause instanceof TimeoutException) {
            exchange.refuseAndClose(HttpStatus.REQUEST_TIMEOUT_408, "The body took too long to arrive");
        } else if (cause instanceof Body.TooLongException) {
            exchange.refuseAndClose(
                    HttpStatus.PAYLOAD_TOO_LARGE_413, "A message has at most " + limits.bodyBytes() + " bytes");
        } else if (cause instanceof Body.NoRoomException) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            exchange.refuseAndClose(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "Too much is sent at once: try again in a while");
        } else {
            exchange.callback().failed(thrown);
        }
    }

    /** A session with so much under way is asked for patience; whether it was. */
    boolean refuseWhereBusy(Exchange exchange, HttpSession session) {
        boolean isBusy = session.underWay() >= MOST_UNDER_WAY;
        if (isBusy) {
            exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            exchange.refuse(
                    HttpStatus.TOO_MANY_REQUESTS_429,
                    "This session has too much under way: wait for some of its answers");
        }
        return isBusy;
    }

    void refuseIdInUse(Exchange exchange, Request request) {
        exchange.refuse(HttpStatus.BAD_REQUEST_400, request.id(), RpcError.ID_IN_USE);
    }
}
