package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;

/** What the files API answers to an upload. */
public final class UploadedFile {
    private UploadedFile() {}

    /** The file's id, which needs all 64 bits. Throws a {@link ToolException} when the answer names none. */
    public static long id(Answer answer) {
        String id = answer.body().path("file").path("file_id").asText("");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notAnId) {
            throw new ToolException(
                    Failure.of(
                                    ErrorKind.UPSTREAM,
                                    "MiniMax took the file but gave it no id.",
                                    "Call again; uploading is free.")
                            .canBeRetried()
                            .fromUpstream(null, answer.traceId()),
                    notAnId);
        }
    }
}
