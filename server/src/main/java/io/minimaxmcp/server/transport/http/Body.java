package io.minimaxmcp.server.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads a body as it arrives, and no more of it than the limit. */
final class Body implements Runnable {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final Request request;
    private final int limit;
    private final Shares.Portion room;

    /** The body is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What is read, and what is dealt with, takes up as much room as it may. */
    static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Body(Request request, int limit, Shares.Portion room) {
        this.request = request;
        this.limit = limit;
        this.room = room;
    }

    /**
     * @param room what it takes up of the room for all; given back where the body cannot be read, and otherwise the caller's to give back
     */
    static CompletableFuture<byte[]> of(Request request, HttpLimits limits, Shares.Portion room) {
        Body body = new Body(request, limits.bodyBytes(), room);
        if (request.getLength() > limits.bodyBytes()) {
            body.whole.completeExceptionally(new TooLongException());
        } else {
            body.run();
        }
        if (!body.whole.isDone()) {
            body.whole.orTimeout(limits.bodyWithin().toMillis(), TimeUnit.MILLISECONDS);
        }
        return body.whole.whenComplete((bytes, thrown) -> body.done(thrown));
    }

    private synchronized void done(@Nullable Throwable thrown) {
        read.reset();
        if (thrown != null) {
            room.end();
        }
    }

    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        chunk.release();
        try {
            keep(bytes);
        } catch (IOException refused) {
            whole.completeExceptionally(refused);
            return;
        }
        if (chunk.isLast()) {
            whole.complete(read.toByteArray());
        }
    }

    private synchronized void keep(byte[] bytes) throws IOException {
        if (bytes.length > limit - read.size()) {
            throw new TooLongException();
        }
        if (whole.isDone() || !room.take(bytes.length)) {
            throw new NoRoomException();
        }
        read.writeBytes(bytes);
    }
}
