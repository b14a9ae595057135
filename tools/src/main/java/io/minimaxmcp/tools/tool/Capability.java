package io.minimaxmcp.tools.tool;

import java.util.concurrent.CompletionStage;

/** The behaviour of one tool. Its name, description and schemas are in {@code schemas/tools/<tool>.json}. */
public interface Capability<I extends Record> {
    /** The tool's name, which is also its document's file name. */
    String tool();

    /** The record that the tool's arguments bind to. */
    Class<I> input();

    /** Never throws; what the caller can understand fails the stage with a {@link ToolException}. */
    CompletionStage<ToolResult> call(I input, CallContext context);
}
