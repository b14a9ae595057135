package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code delete_voice}: looks the voice up first, because MiniMax wants to know what kind it is and keeps its own voices. */
public final class DeleteVoice implements Capability<DeleteVoice.Input> {
    private final MiniMaxClient client;
    private final Voices voices;

    public DeleteVoice(MiniMaxClient client, Voices voices) {
        this.client = client;
        this.voices = voices;
    }

    /** The arguments. */
    public record Input(String voice) {}

    /** The answer. */
    public record Deleted(String voice, boolean deleted) {}

    @Override
    public String tool() {
        return "delete_voice";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return voices.list(context.tenant(), "all")
                .thenApply(all -> wireType(input.voice(), all))
                .thenCompose(type -> client.call(
                        context.tenant(),
                        Call.post(
                                Endpoints.DELETE_VOICE,
                                new Body()
                                        .with("voice_type", type)
                                        .with("voice_id", input.voice())
                                        .json())))
                .thenApply(answer -> ToolResult.of(
                        new Deleted(input.voice(), true),
                        "Deleted voice " + input.voice() + ". Its id can never be used again."));
    }

    private static String wireType(String id, List<Voice> all) {
        Voice found = all.stream()
                .filter(voice -> voice.voice().equals(id))
                .findFirst()
                .orElseThrow(() -> new ToolException(Failure.of(
                                ErrorKind.NOT_FOUND,
                                "There is no voice '" + id
                                        + "' in this account. A clone shows only after its first use.",
                                "Look it up with list_voices (type cloned or designed).")
                        .onField("voice")));
        return switch (found.type()) {
            case "cloned" -> "voice_cloning";
            case "designed" -> "voice_generation";
            default ->
                throw Refusal.of(
                        "voice",
                        id,
                        "is one of MiniMax's own voices.",
                        "Only cloned and designed voices can be deleted.");
        };
    }
}
