package io.minimaxmcp.tools.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads requests to their end: plain bodies and multipart forms. */
final class Reception {
    /** The reference's limit for a whole body, and the room a form's frame takes. */
    private static final int BODY_MAX = 65 << 20;

    private final Ids ids;

    Reception(Ids ids) {
        this.ids = ids;
    }

    void receive(HttpServerRequest request, Consumer<Call> then) {
        if (isMultipart(request)) {
            receiveForm(request, then);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> append(request, body, chunk));
        request.endHandler(unused -> then.accept(call(request, body.getBytes(), null)));
    }

    private void receiveForm(HttpServerRequest request, Consumer<Call> then) {
        AtomicReference<Form.Upload> file = new AtomicReference<>();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            Buffer bytes = Buffer.buffer();
            upload.handler(chunk -> append(request, bytes, chunk));
            upload.endHandler(unused -> file.set(uploaded(upload, bytes)));
        });
        request.endHandler(unused -> {
            Map<String, String> fields = new HashMap<>();
            request.formAttributes().forEach(field -> fields.put(field.getKey(), field.getValue()));
            then.accept(
                    call(request, fields.toString().getBytes(StandardCharsets.UTF_8), new Form(fields, file.get())));
        });
    }

    private static Form.Upload uploaded(HttpServerFileUpload upload, Buffer bytes) {
        return new Form.Upload(upload.name(), upload.filename(), bytes.getBytes());
    }

    private static void append(HttpServerRequest request, Buffer body, Buffer chunk) {
        if (body.length() + chunk.length() > BODY_MAX) {
            request.response()
                    .setStatusCode(413)
                    .putHeader("Connection", "close")
                    .end();
            request.connection().close();
        }
        body.appendBuffer(chunk);
    }

    private static boolean isMultipart(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private Call call(HttpServerRequest request, byte[] body, @Nullable Form form) {
        return new Call(
                ids.trace(),
                request.method().name(),
                request.path(),
                "",
                request.params(),
                request.headers(),
                body,
                form,
                Mischief.NONE);
    }
}
