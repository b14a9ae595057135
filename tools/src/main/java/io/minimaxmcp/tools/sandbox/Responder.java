package io.minimaxmcp.tools.sandbox;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts answers on the wire: whole, late, broken off, or not at all. */
final class Responder {
    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

    private final Vertx vertx;

    Responder(Vertx vertx) {
        this.vertx = vertx;
    }

    void send(HttpServerRequest request, Answer answer) {
        Hold hold = answer.hold();
        if (hold != null && hold.at() == Hold.At.ANSWER) {
            Context loop = vertx.getOrCreateContext();
            hold.keep(() -> loop.runOnContext(unused -> sendNow(request, answer)));
        } else if (answer.delay().isZero()) {
            sendNow(request, answer);
        } else {
            vertx.setTimer(answer.delay().toMillis(), unused -> sendNow(request, answer));
        }
    }

    private void sendNow(HttpServerRequest request, Answer answer) {
        if (request.response().closed()) {
            return;
        }
        if (answer.ending() == Answer.Ending.NO_ANSWER) {
            request.connection().close();
            return;
        }
        body(answer).onSuccess(bytes -> write(request, answer, bytes)).onFailure(bug -> {
            LOG.atError()
                    .setCause(bug)
                    .addKeyValue("endpoint", request.path())
                    .log("The sandbox failed to make an answer");
            if (!request.response().ended()) {
                request.response().setStatusCode(500).end();
            }
        });
    }

    private Future<byte[]> body(Answer answer) {
        if (answer.heavy()) {
            return vertx.executeBlocking(() -> answer.body().bytes(), false);
        }
        try {
            return Future.succeededFuture(answer.body().bytes());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    private void write(HttpServerRequest request, Answer answer, byte[] whole) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        answer.headers().forEach(response::putHeader);
        byte[] bytes = whole;
        response.setStatusCode(answer.status());
        if (answer.headers().containsKey("Accept-Ranges")) {
            Ranges part = Ranges.of(whole, headerOf(request, "Range"));
            bytes = part.bytes();
            response.setStatusCode(part.status());
            if (!part.contentRange().isEmpty()) {
                response.putHeader("Content-Range", part.contentRange());
            }
        }
        response.putHeader("Content-Length", Integer.toString(bytes.length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else if (answer.ending() == Answer.Ending.BREAKS_OFF) {
            response.write(Buffer.buffer(bytes).slice(0, bytes.length / 2))
                    .onComplete(unused -> request.connection().close());
        } else if (answer.hold() != null && answer.hold().at() == Hold.At.HALFWAY) {
            writeInHalves(response, Buffer.buffer(bytes), answer.hold());
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    private void writeInHalves(HttpServerResponse response, Buffer whole, Hold hold) {
        int half = whole.length() / 2;
        Context loop = vertx.getOrCreateContext();
        response.write(whole.slice(0, half))
                .onSuccess(unused -> hold.keep(() -> loop.runOnContext(now -> {
                    if (!response.closed()) {
                        response.end(whole.slice(half, whole.length()));
                    }
                })));
    }

    private static String headerOf(HttpServerRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
