package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientMultipartForm;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A request that is ready to go: where to connect, and how to write it. */
record Outgoing(RequestOptions options, Function<HttpClientRequest, Future<HttpClientResponse>> send) {

    /** Writes large bodies to memory, so it is not for event loops. */
    static Outgoing of(Trip trip, InetAddress address) throws JsonProcessingException {
        Call call = trip.call();
        RequestOptions options = to(trip.host(), address)
                .setMethod(HttpMethod.valueOf(call.endpoint().method().name()))
                .setURI(call.target())
                .putHeader("Authorization", "Bearer " + trip.account().key().value())
                .putHeader("MM-API-Source", "minimax-mcp")
                .putHeader("Accept", "application/json");
        if (trip.trace() != null) {
            options.putHeader("traceparent", trip.trace());
        }
        if (call.upload() != null) {
            ClientMultipartForm form = form(call.upload());
            call.upload().headers().forEach(options::putHeader);
            return new Outgoing(options, request -> request.send(form));
        }
        if (call.body() != null) {
            Buffer json = Buffer.buffer(Json.MAPPER.writeValueAsBytes(call.body()));
            return new Outgoing(options.putHeader("Content-Type", "application/json"), request -> request.send(json));
        }
        return new Outgoing(options, HttpClientRequest::send);
    }

    /** Connects to this address and no other, but speaks TLS with, and asks for, the host of the URL. */
    static RequestOptions to(URI url, InetAddress address) {
        boolean ssl = "https".equalsIgnoreCase(url.getScheme());
        int standard = ssl ? 443 : 80;
        int port = url.getPort() >= 0 ? url.getPort() : standard;
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)));
    }

    private static ClientMultipartForm form(Upload upload) {
        Path file = upload.file().toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new ToolException(Failure.of(
                    ErrorKind.PATH,
                    "The file to upload is no longer there: " + upload.fileName() + ".",
                    "Hand the file over again."));
        }
        ClientMultipartForm form = ClientMultipartForm.multipartForm();
        upload.fields().forEach(form::attribute);
        return form.binaryFileUpload("file", upload.fileName(), upload.mimeType(), file.toString());
    }
}
