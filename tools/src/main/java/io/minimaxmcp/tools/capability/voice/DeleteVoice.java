package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.job.Belongings;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** {@code delete_voice}: looks the voice up first, because MiniMax wants to know what kind it is and keeps its own voices. */
public final class DeleteVoice implements Capability<DeleteVoice.Input> {
    private static final String DESIGNED = "ttv-voice-";

    private final MiniMaxClient client;
    private final Voices voices;
    private final Belongings belongings;

    public DeleteVoice(MiniMaxClient client, Voices voices, Belongings belongings) {
        this.client = client;
        this.voices = voices;
        this.belongings = belongings;
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
                .thenCombine(belongings.voices(context.tenant()), (type, isOwn) -> own(input.voice(), type, isOwn))
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

    private static String own(String id, String type, Predicate<String> isOwn) {
        if (!isOwn.test(id)) {
            throw Refusal.of(ErrorKind.NOT_FOUND, "voice", id, "is no voice of yours.", "Take an id from list_voices.");
        }
        return type;
    }

    /** A voice that was never used is not listed and can be deleted all the same; the ids of designed ones are MiniMax's own. */
    private static String wireType(String id, List<Voice> all) {
        String type = all.stream()
                .filter(voice -> voice.voice().equals(id))
                .findFirst()
                .map(Voice::type)
                .orElse(id.startsWith(DESIGNED) ? "designed" : "cloned");
        return switch (type) {
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
