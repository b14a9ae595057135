package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Download;
import io.minimaxmcp.tools.upstream.DownloadRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Fetches what links point at: callers' media and earlier results into the inputs, new results into the spool. */
public final class Links {
    /** How the names of unfinished downloads of results end. */
    static final String PART = ".part";

    private static final long MAX_RESULT_BYTES = 2_000_000_000;
    private static final Duration RESULT_PATIENCE = Duration.ofMinutes(30);
    private static final Duration CALLER_PATIENCE = Duration.ofMinutes(2);

    private final Function<DownloadRequest, CompletionStage<Download>> downloads;
    private final InputStore inputs;
    private final Spool spool;
    private final FileWork work;
    /** Two processes that believe a job to be theirs must not write into one file. */
    private final String own = UUID.randomUUID().toString().substring(0, 8);

    /**
     * @param downloads fetches under the guard of {@code upstream}
     */
    public Links(
            Function<DownloadRequest, CompletionStage<Download>> downloads,
            InputStore inputs,
            Spool spool,
            FileWork work) {
        this.downloads = downloads;
        this.inputs = inputs;
        this.spool = spool;
        this.work = work;
    }

    /** A caller's link, fetched and not yet checked. */
    CompletionStage<Draft> draft(String url, String field, long maxBytes) {
        return work.run(inputs::newDraft)
                .thenCompose(file -> fetched(
                        new DownloadRequest(
                                URI.create(url), file, DownloadRequest.Origin.CALLER, maxBytes, CALLER_PATIENCE),
                        failure -> failure.onField(field)))
                .thenApply(Links::draft);
    }

    /** An earlier result of which only the link was kept. */
    CompletionStage<Path> earlier(String url) {
        return work.run(inputs::newDraft)
                .thenCompose(file -> fetched(ofMiniMax(url, file), UnaryOperator.identity()))
                .thenCompose(saved -> work.run(() -> inputs.keep(draft(saved))));
    }

    /** A new result, which still has to get its place. */
    CompletionStage<Draft> result(String url, MediaId id) {
        return work.run(() -> spool.file(id + "." + own + PART))
                .thenCompose(file -> fetched(
                        ofMiniMax(url, file),
                        failure -> failure.charged(Charged.YES).canBeRetried()))
                .thenApply(Links::draft);
    }

    private static DownloadRequest ofMiniMax(String url, Path file) {
        return new DownloadRequest(
                URI.create(url), file, DownloadRequest.Origin.RESULT, MAX_RESULT_BYTES, RESULT_PATIENCE);
    }

    private static Draft draft(Download.Saved saved) {
        return new Draft(saved.file(), new Digested(saved.sha256(), saved.bytes()));
    }

    /**
     * @param also what is to be said of a failure beside what the download knows
     */
    private CompletionStage<Download.Saved> fetched(DownloadRequest request, UnaryOperator<Failure> also) {
        return downloads.apply(request).handle((download, thrown) -> {
            if (download instanceof Download.Saved saved) {
                return saved;
            }
            if (download instanceof Download.Expired gone) {
                throw new ToolException(also.apply(notThere(gone)));
            }
            ToolException known = ToolException.in(thrown);
            throw known == null
                    ? new CompletionException(thrown)
                    : new ToolException(also.apply(known.failure()), known);
        });
    }

    private static Failure notThere(Download.Expired gone) {
        return Failure.of(
                ErrorKind.NOT_FOUND,
                "The link no longer leads to a file (HTTP " + gone.status() + ").",
                "Links of MiniMax expire after an hour to a day: use a fresh one.");
    }
}
