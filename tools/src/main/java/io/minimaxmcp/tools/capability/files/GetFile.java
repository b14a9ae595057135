package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.concurrent.CompletionStage;

/** {@code get_file}: what MiniMax knows of one file, with a fresh link where it made the file itself. */
public final class GetFile implements Capability<GetFile.Input> {
    private final AccountFiles files;

    public GetFile(AccountFiles files) {
        this.files = files;
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
        return files.get(context.tenant(), input.fileId()).thenApply(file -> {
            String link = file.url() == null ? "" : " Its link expires: use it now.";
            return ToolResult.of(file, "File " + file.fileId() + ", " + file.filename() + "." + link);
        });
    }
}
