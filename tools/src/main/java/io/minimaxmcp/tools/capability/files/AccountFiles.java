package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.job.Belongings;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** The files at MiniMax that are a tenant's own; those of others in the same account are not found. */
public final class AccountFiles {
    private final MiniMaxClient client;
    private final Belongings belongings;

    public AccountFiles(MiniMaxClient client, Belongings belongings) {
        this.client = client;
        this.belongings = belongings;
    }

    CompletionStage<List<StoredFile>> list(Tenant tenant, String purpose) {
        return client.call(tenant, Call.get(Endpoints.LIST_FILES, Map.of("purpose", purpose)))
                .thenCombine(
                        belongings.files(tenant),
                        (answer, isOwn) -> StreamSupport.stream(
                                        answer.body().path("files").spliterator(), false)
                                .map(StoredFile::of)
                                .filter(file -> isOwn.test(file.fileId(), file.filename()))
                                .toList());
    }

    CompletionStage<StoredFile> get(Tenant tenant, String id) {
        return client.call(tenant, Call.get(Endpoints.RETRIEVE_FILE, Map.of("file_id", id)))
                .thenCombine(belongings.files(tenant), (answer, isOwn) -> {
                    StoredFile file = StoredFile.of(answer.body().path("file"));
                    if (!isOwn.test(file.fileId(), file.filename())) {
                        throw Refusal.of(
                                ErrorKind.NOT_FOUND,
                                "file_id",
                                id,
                                "is no file that there is.",
                                "Take an id from list_files.");
                    }
                    return file;
                });
    }

    /** Fails where the file is not the tenant's. */
    CompletionStage<Void> check(Tenant tenant, String id) {
        return belongings.isAllOf(tenant)
                ? CompletableFuture.completedFuture(null)
                : get(tenant, id).thenAccept(own -> {});
    }
}
