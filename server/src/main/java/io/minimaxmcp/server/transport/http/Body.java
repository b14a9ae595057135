package io.minimaxmcp.server.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body as it arrives, and no more of it than the limit. */
final class Body implements Runnable {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final Request request;
    private final int limit;

    /** The body is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Body(Request request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    static CompletableFuture<byte[]> of(Request request, int limit) {
        Body body = new Body(request, limit);
        if (request.getLength() > limit) {
            body.whole.completeExceptionally(new TooLongException());
        } else {
            body.run();
        }
        return body.whole;
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
        if (bytes.length > limit - read.size()) {
            whole.completeExceptionally(new TooLongException());
            return;
        }
        read.writeBytes(bytes);
        if (chunk.isLast()) {
            whole.complete(read.toByteArray());
        }
    }
}
