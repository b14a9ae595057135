package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code get_file}: what MiniMax knows of one file, with a fresh link where it made the file itself. */
public final class GetFile implements Capability<GetFile.Input> {
    private final MiniMaxClient client;

    public GetFile(MiniMaxClient client) {
        this.client = client;
    }

    /** The arguments. */
    public record Input(String fileId) {}

    @Override
    public String tool() {
        return "get_file";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return client.call(context.tenant(), Call.get(Endpoints.RETRIEVE_FILE, Map.of("file_id", input.fileId())))
                .thenApply(answer -> {
                    StoredFile file = StoredFile.of(answer.body().path("file"));
                    String link = file.url() == null ? "" : " Its link expires: use it now.";
                    return ToolResult.of(file, "File " + file.fileId() + ", " + file.filename() + "." + link);
                });
    }
}
