package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.MessageWriter;
import io.minimaxmcp.server.rpc.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/** A response that is a stream of server-sent events. Its head goes out at once; messages as the client reads them. */
final class EventStream implements Outlet, Wire {
    /** Says nothing, and keeps proxies and clients from giving up. */
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final int ROOM = 100;
    private static final int MOST_BYTES_WAITING = 64 * 1024 * 1024;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Writer writer = new Writer();
    private final Exchange exchange;
    private final HangUp hangUp;
    private int bytesWaiting;
    private boolean finishing;
    private boolean finished;

    EventStream(Exchange exchange) {
        this.exchange = exchange;
        exchange.response().setStatus(HttpStatus.OK_200);
        exchange.response()
                .getHeaders()
                .put(HttpHeader.CONTENT_TYPE, Exchange.EVENTS)
                .put(HttpHeader.CACHE_CONTROL, "no-cache, no-transform")
                // Some proxies hold events back until they have a buffer full of them, unless they are told.
                .put("X-Accel-Buffering", "no");
        this.hangUp = new HangUp(exchange.request(), this::hungUp);
        hangUp.start();
    }

    /** Sends the headers and a first comment: from now on the client knows that it is connected. */
    EventStream open() {
        add(HEARTBEAT, false);
        return this;
    }

    /** Completes when the stream is over, ended by us or by the client. */
    CompletionStage<Void> ended() {
        return ended;
    }

    @Override
    public boolean tell(JsonNode message, boolean onlyIfRoom) {
        return (!onlyIfRoom || hasRoom()) && event(message, false);
    }

    @Override
    public boolean answer(JsonNode message) {
        return event(message, true);
    }

    @Override
    public boolean send(JsonNode message) {
        return tell(message, false);
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        return tell(message, true);
    }

    private boolean event(JsonNode message, boolean last) {
        byte[] data = MessageWriter.bytes(message);
        return data != null && event("message", data, last);
    }

    boolean event(String name, byte[] data, boolean last) {
        byte[] head = ("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        // JSON as it is written here has no line breaks, so one data line holds it.
        return add(
                ByteBuffer.allocate(head.length + data.length + 2)
                        .put(head)
                        .put(data)
                        .put((byte) '\n')
                        .put((byte) '\n')
                        .array(),
                last);
    }

    @Override
    public void end() {
        synchronized (this) {
            finishing = true;
        }
        writer.iterate();
    }

    void beat() {
        boolean quiet;
        synchronized (this) {
            quiet = waiting.isEmpty();
        }
        if (quiet) {
            add(HEARTBEAT, false);
        }
    }

    private synchronized boolean hasRoom() {
        return waiting.size() < ROOM;
    }

    private boolean add(byte[] event, boolean last) {
        boolean tooSlow;
        synchronized (this) {
            if (finishing || ended.isDone()) {
                return false;
            }
            waiting.add(event);
            bytesWaiting += event.length;
            finishing = last;
            tooSlow = bytesWaiting > MOST_BYTES_WAITING;
        }
        if (tooSlow) {
            giveUp("the client does not read what is sent to it");
            return false;
        }
        writer.iterate();
        return true;
    }

    private void hungUp() {
        giveUp("the client has hung up");
    }

    private void giveUp(String why) {
        ended.complete(null);
        writer.abort(new EofException(why));
    }

    /** What to write next; null when there is nothing. */
    private synchronized byte @Nullable [] take() {
        byte[] next = waiting.poll();
        if (next != null) {
            bytesWaiting -= next.length;
        }
        finished = finishing && waiting.isEmpty();
        return next == null && finished ? new byte[0] : next;
    }

    private final class Writer extends IteratingCallback {
        @Override
        protected Action process() {
            if (finished) {
                return Action.SUCCEEDED;
            }
            byte[] next = take();
            if (next == null) {
                return Action.IDLE;
            }
            if (finished) {
                // Not after the write: who has read the end may send the next request at once.
                hangUp.stop();
            }
            exchange.response().write(finished, ByteBuffer.wrap(next), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            exchange.callback().succeeded();
            ended.complete(null);
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            hangUp.stop();
            exchange.callback().failed(cause);
            ended.complete(null);
        }
    }
}
