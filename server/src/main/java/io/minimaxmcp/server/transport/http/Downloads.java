package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.server.link.MediaLinks;
import io.minimaxmcp.server.link.MediaLinks.Verdict;
import io.minimaxmcp.tools.media.MediaFile;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /media/…}: results, for whoever has a signed link. The link is the credential, so nothing else is asked for. */
final class Downloads implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final MediaLinks links;
    private final BiFunction<Tenant, MediaId, CompletionStage<MediaFile>> files;
    private final Executor executor;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param files finds a tenant's result on this machine
     * @param executor for what may touch the disk
     */
    Downloads(MediaLinks links, BiFunction<Tenant, MediaId, CompletionStage<MediaFile>> files, Executor executor) {
        this.links = links;
        this.files = files;
        this.executor = executor;
    }

    /** How many files are being sent just now. */
    int underWay() {
        return underWay.get();
    }

    @Override
    public void serve(Exchange exchange) {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.refuseMethod("GET, HEAD");
            return;
        }
        String media = exchange.path().substring(MediaLinks.PATH.length());
        Map<String, String> query = query(exchange.request());
        CompletionStage<Verdict> checked = CompletableFuture.supplyAsync(() -> links.check(media, query), executor);
        checked.thenCompose(verdict -> serve(exchange, verdict)).whenComplete((sent, thrown) -> {
            if (thrown != null) {
                refuse(exchange, thrown);
            }
        });
    }

    private CompletionStage<Void> serve(Exchange exchange, Verdict verdict) {
        if (verdict instanceof Verdict.Good good) {
            return files.apply(good.tenant(), good.media())
                    .thenAcceptAsync(file -> send(exchange, file, good.left()), executor);
        }
        exchange.refuse(
                HttpStatus.FORBIDDEN_403,
                verdict instanceof Verdict.Expired
                        ? "This link has expired: get_job shows a new one"
                        : "This link was not made by this server: take it whole from a job's artifacts");
        return CompletableFuture.completedFuture(null);
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        Fields fields = Request.extractQueryParameters(request);
        fields.forEach(field -> {
            String value = field.getValue();
            if (value != null) {
                values.put(field.getName(), value);
            }
        });
        return values;
    }

    private void send(Exchange exchange, MediaFile file, Duration left) {
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
        Optional<ByteRange> range = exchange.header("Range").flatMap(text -> ByteRange.parse(text, file.bytes()));
        if (range.isPresent() && range.get().isEmpty()) {
            headers.put(HttpHeader.CONTENT_RANGE, "bytes */" + file.bytes());
            exchange.refuse(HttpStatus.RANGE_NOT_SATISFIABLE_416, "The file has " + file.bytes() + " bytes");
            return;
        }
        ByteRange part = range.orElse(new ByteRange(0, file.bytes()));
        exchange.response().setStatus(range.isPresent() ? HttpStatus.PARTIAL_CONTENT_206 : HttpStatus.OK_200);
        range.ifPresent(some -> headers.put(HttpHeader.CONTENT_RANGE, some.of(file.bytes())));
        describe(headers, file, left);
        headers.put(HttpHeader.CONTENT_LENGTH, part.length());
        if (exchange.method().equals("HEAD")) {
            exchange.response().write(true, null, exchange.callback());
            return;
        }
        Content.Source bytes = Content.Source.from(file.path(), part.from(), part.length());
        underWay.incrementAndGet();
        Content.copy(bytes, exchange.response(), new Callback.Nested(exchange.callback()) {
            @Override
            public void completed() {
                underWay.decrementAndGet();
            }
        });
    }

    /** A page that somebody managed to have stored must not run as ours. */
    private static void describe(HttpFields.Mutable headers, MediaFile file, Duration left) {
        String type = file.mimeType();
        boolean isMedia = type.matches("(image/(?!svg)|audio/|video/)[a-z0-9.+-]+");
        headers.put(HttpHeader.CONTENT_TYPE, isMedia ? type : "application/octet-stream");
        headers.put("Content-Disposition", (isMedia ? "inline" : "attachment") + "; filename=\"" + name(file) + '"');
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put(HttpHeader.CACHE_CONTROL, "private, max-age=" + left.toSeconds());
    }

    private static String name(MediaFile file) {
        return String.valueOf(file.path().getFileName()).replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private static void refuse(Exchange exchange, Throwable thrown) {
        ToolException known = ToolException.in(thrown);
        if (known != null) {
            boolean gone = known.failure().kind() == ErrorKind.NOT_FOUND;
            exchange.refuse(
                    gone ? HttpStatus.NOT_FOUND_404 : HttpStatus.BAD_GATEWAY_502,
                    gone ? "The result is no longer there" : "The result cannot be fetched just now");
        } else {
            LOG.atError().setCause(thrown).log("a download failed on a bug");
            exchange.callback().failed(new IOException("no download"));
        }
    }
}
