package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One download over as many connections as it takes; each goes on where the last one broke off, where the server can do that. */
final class Transfer {
    private static final int MOST_REDIRECTS = 5;
    /** Without a byte for so long, a connection is given up. */
    private static final int IDLE_MILLIS = 30_000;

    private final Connections connections;
    private final AddressPolicy policy;
    private final DownloadRequest request;
    private final Executor workers;
    private final Lookups lookups;
    private final PartialFile file;

    private int leg;
    private volatile @Nullable HttpClientRequest current;
    private volatile boolean aborted;

    /**
     * @param lookups for what callers give
     */
    Transfer(
            Connections connections, AddressPolicy policy, DownloadRequest request, Executor workers, Lookups lookups) {
        this.connections = connections;
        this.policy = policy;
        this.request = request;
        this.workers = workers;
        this.lookups = lookups;
        file = new PartialFile(connections.vertx().fileSystem(), request.file(), request.maxBytes());
    }

    /** One connection's worth, redirects included. Never two at a time. */
    CompletionStage<Download> leg() {
        leg++;
        return file.open()
                .compose(open -> follow(request.url(), 0, open).eventually(open::close))
                .toCompletionStage();
    }

    void abort() {
        aborted = true;
        HttpClientRequest open = current;
        if (open != null) {
            open.reset();
        }
    }

    private Future<Download> follow(URI given, int redirects, AsyncFile open) {
        URI url = request.origin() == DownloadRequest.Origin.RESULT ? SecureLink.of(given) : given;
        return Future.fromCompletionStage(checked(url))
                .compose(connections.raw()::request)
                .compose(connected -> {
                    current = connected;
                    if (aborted) {
                        connected.reset();
                        return Future.failedFuture(new CancellationException("broken off"));
                    }
                    return connected.send();
                })
                .compose(response -> arrive(url, redirects, response, open));
    }

    private CompletionStage<RequestOptions> checked(URI url) {
        return request.origin() == DownloadRequest.Origin.CALLER
                ? lookups.run(() -> options(url))
                : CompletableFuture.supplyAsync(() -> options(url), workers);
    }

    /** Checks each URL anew, redirects included, and connects only to an address that was checked. */
    private RequestOptions options(URI url) {
        try {
            List<InetAddress> addresses = policy.check(url, request.origin());
            RequestOptions options = Outgoing.to(url, addresses.get((leg - 1) % addresses.size()))
                    .setMethod(HttpMethod.GET)
                    .setURI(target(url))
                    .setIdleTimeout(IDLE_MILLIS)
                    .putHeader("Accept-Encoding", "identity")
                    .putHeader("User-Agent", "minimax-mcp");
            String version = file.version();
            if (version != null) {
                options.putHeader("Range", "bytes=" + file.received() + "-").putHeader("If-Range", version);
            }
            return options;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String target(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private Future<Download> arrive(URI url, int redirects, HttpClientResponse response, AsyncFile open) {
        // As long as nobody listens, Vert.x logs our own reset as an error, with its stack.
        response.exceptionHandler(unused -> {});
        int status = response.statusCode();
        if (status == 200 || status == 206) {
            return file.take(response, open);
        }
        PartialFile.drop(response);
        return switch (status) {
            case 301, 302, 303, 307, 308 -> redirect(url, redirects, response.getHeader("Location"), open);
            case 403, 404, 410 -> Future.succeededFuture(new Download.Expired(status));
            case 416 -> {
                file.forget();
                yield Future.failedFuture(new IOException("the rest is not there: beginning again"));
            }
            default ->
                status >= 500 || status == 429 || status == 408
                        ? Future.failedFuture(new IOException("HTTP " + status))
                        : refused("its server answered HTTP " + status);
        };
    }

    private Future<Download> redirect(URI url, int redirects, @Nullable String location, AsyncFile open) {
        if (location == null || redirects == MOST_REDIRECTS) {
            return refused("it redirects " + (location == null ? "nowhere" : "too often"));
        }
        try {
            URI next = url.resolve(location);
            policy.checkRedirect(request, next);
            return follow(next, redirects + 1, open);
        } catch (ToolException elsewhere) {
            return Future.failedFuture(elsewhere);
        } catch (IllegalArgumentException malformed) {
            return refused("it redirects to what is no URL");
        }
    }

    private Future<Download> refused(String why) {
        return Future.failedFuture(new ToolException(Failure.of(
                request.origin() == DownloadRequest.Origin.CALLER ? ErrorKind.INVALID_INPUT : ErrorKind.UPSTREAM,
                "The file at " + request.url().getHost() + " could not be fetched: " + why + ".",
                "Check the URL, or give another one.")));
    }
}
