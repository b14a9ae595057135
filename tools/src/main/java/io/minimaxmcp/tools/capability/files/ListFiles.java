package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** {@code list_files}: MiniMax lists one purpose at a time. */
public final class ListFiles implements Capability<ListFiles.Input> {
    private final MiniMaxClient client;

    public ListFiles(MiniMaxClient client) {
        this.client = client;
    }

    /** The arguments. */
    public record Input(String purpose) {}

    /** The answer. */
    public record Found(List<StoredFile> files) {}

    @Override
    public String tool() {
        return "list_files";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return client.call(context.tenant(), Call.get(Endpoints.LIST_FILES, Map.of("purpose", input.purpose())))
                .thenApply(answer -> {
                    List<StoredFile> files = StreamSupport.stream(
                                    answer.body().path("files").spliterator(), false)
                            .map(StoredFile::of)
                            .toList();
                    return ToolResult.of(
                            new Found(files), files.size() + " files of purpose " + input.purpose() + " at MiniMax.");
                });
    }
}
