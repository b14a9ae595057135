package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.BatchAnswers;
import io.minimaxmcp.server.rpc.InFlight;
import io.minimaxmcp.server.rpc.Incoming;
import io.minimaxmcp.server.rpc.Incoming.Batch;
import io.minimaxmcp.server.rpc.Incoming.Notification;
import io.minimaxmcp.server.rpc.Incoming.Request;
import io.minimaxmcp.server.rpc.Incoming.Unusable;
import io.minimaxmcp.server.rpc.MessageReader;
import io.minimaxmcp.server.rpc.RpcError;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One client's session, over whichever streams its messages travel. */
final class HttpSession {
    private final InFlight inFlight = new InFlight();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String id;
    private final Caller owner;
    private final Streams streams;
    private final Side side;
    private volatile long restingSince;

    HttpSession(String id, Caller owner, BiFunction<Tenant, Wire, Side> connect, Streams streams, long now) {
        this.id = id;
        this.owner = owner;
        this.streams = streams;
        this.side = connect.apply(owner.tenant(), inFlight.freeingIds(streams));
        this.restingSince = now;
    }

    String id() {
        return id;
    }

    Caller owner() {
        return owner;
    }

    Streams streams() {
        return streams;
    }

    /**
     * Takes a request, unless one with its id is still being answered.
     *
     * @param response makes the response, once it is sure that there will be one; it is given what to do should the client
     *     hang up. What the call has begun goes on then, but nobody waits for it
     * @return whether it was taken
     */
    boolean ask(Request request, Function<Runnable, Outlet> response) {
        Optional<Cancellation> begun = inFlight.begin(request.id());
        begun.ifPresent(cancellation -> {
            underWay.incrementAndGet();
            Outlet outlet = response.apply(cancellation::request);
            streams.open(request, outlet);
            side.take(request, cancellation).whenComplete((done, thrown) -> {
                streams.close(request, outlet);
                inFlight.end(request.id(), cancellation);
                underWay.decrementAndGet();
            });
        });
        return begun.isPresent();
    }

    boolean takesBatches() {
        return side.takesBatches();
    }

    /**
     * Takes what a batch holds, of which something is answered; the answers go out together.
     *
     * @param response as for {@link #ask}, for all of them
     */
    void ask(Batch batch, Function<Runnable, Outlet> response) {
        List<Runnable> gone = new CopyOnWriteArrayList<>();
        Outlet whole = response.apply(() -> gone.forEach(Runnable::run));
        BatchAnswers answers = new BatchAnswers(batch.answered(), all -> {
            if (all.isEmpty()) {
                whole.end();
            } else {
                whole.answer(all);
            }
        });
        for (Incoming message : batch.messages()) {
            if (message instanceof Unusable unusable) {
                answers.add(unusable.error().answer(unusable.id()));
            } else if (!(message instanceof Request request)) {
                tell(message);
            } else if (!ask(request, hungUp -> part(whole, answers, gone, hungUp))) {
                answers.add(RpcError.ID_IN_USE.answer(request.id()));
            }
        }
    }

    private static Outlet part(Outlet whole, BatchAnswers answers, List<Runnable> gone, Runnable hungUp) {
        gone.add(hungUp);
        return new PartOfBatch(whole, answers);
    }

    /** Takes what needs no answer. */
    void tell(Incoming message) {
        if (message instanceof Notification cancel && cancel.method().equals("notifications/cancelled")) {
            JsonNode cancelled = MessageReader.id(cancel.params().get("requestId"));
            if (cancelled != null) {
                inFlight.cancel(cancelled);
            }
        } else {
            side.take(message, new Cancellation());
        }
    }

    int underWay() {
        return underWay.get();
    }

    void touch(long now) {
        restingSince = now;
    }

    /** When it last had something to do; now, while a call or a stream is open. */
    long restingSince(long now) {
        return underWay.get() > 0 || streams.isListened() ? now : restingSince;
    }

    /** Ends it; what is still to be answered is answered with this. */
    void close(RpcError unanswered) {
        if (closed.compareAndSet(false, true)) {
            streams.close(unanswered);
            side.inputEnded();
            inFlight.cancelAll();
            side.close();
        }
    }
}
