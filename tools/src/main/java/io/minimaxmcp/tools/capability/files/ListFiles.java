package io.minimaxmcp.tools.capability.files;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** {@code list_files}: MiniMax lists one purpose at a time. */
public final class ListFiles implements Capability<ListFiles.Input> {
    private static final int NAMED = 10;

    private final AccountFiles files;

    public ListFiles(AccountFiles files) {
        this.files = files;
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

    /** With the ids that get_file and delete_file want. */
    private static String text(List<StoredFile> files, String purpose) {
        String some = files.stream()
                .limit(NAMED)
                .map(file -> file.fileId() + " (" + file.filename() + ")")
                .collect(Collectors.joining(", "));
        return files.size() + " files of purpose " + purpose + " at MiniMax"
                + (files.isEmpty() ? "." : ": " + some + (files.size() > NAMED ? " …" : "."));
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return files.list(context.tenant(), input.purpose())
                .thenApply(found -> ToolResult.of(new Found(found), text(found, input.purpose())));
    }
}
