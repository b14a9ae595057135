package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.concurrent.CompletionStage;

/** {@code delete_file}: deletes at MiniMax only; what was saved here stays. */
public final class DeleteFile implements Capability<DeleteFile.Input> {
    private final MiniMaxClient client;
    private final AccountFiles files;

    public DeleteFile(MiniMaxClient client, AccountFiles files) {
        this.client = client;
        this.files = files;
    }

    /** The arguments. */
    public record Input(String fileId, String purpose) {}

    /** The answer. */
    public record Deleted(String fileId, boolean deleted) {}

    @Override
    public String tool() {
        return "delete_file";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** The document takes digits only: MiniMax wants a number, which needs all 64 bits. */
    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        Body body = new Body().with("file_id", Long.parseLong(input.fileId())).with("purpose", input.purpose());
        return files.check(context.tenant(), input.fileId())
                .thenCompose(own -> client.call(context.tenant(), Call.post(Endpoints.DELETE_FILE, body.json())))
                .thenApply(answer -> ToolResult.of(
                        new Deleted(input.fileId(), true), "Deleted file " + input.fileId() + " at MiniMax."));
    }
}
