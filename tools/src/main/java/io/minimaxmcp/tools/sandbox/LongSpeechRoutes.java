package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Speech for long texts: a task whose result is a tar archive (reference, section 8). */
final class LongSpeechRoutes {
    private final World world;

    LongSpeechRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("POST", "/v1/t2a_async_v2", this::create),
                Route.first("GET", "/v1/query/t2a_async_query_v2", this::look));
    }

    private Answer create(Call call) {
        ObjectNode request = call.json(SpeechRules.LONG);
        world.voices().use(call.key(), request.at("/voice_setting/voice_id").asText());
        Speech speech = Speech.of(request, words(call, request), "audio_sample_rate", 2);
        world.take(call);
        long id = world.ids().next();
        long fileId = world.ids().next();
        boolean fails = call.mischief().asksFor("video-fail");
        world.longSpeechTasks().put(call.key(), id, new LongSpeechTask(id, fileId, world.timeline(), fails));
        Medium bundle = new Medium("tar", "application/x-tar", () -> bundle(id, speech), new Wear(call.mischief()));
        world.files().put(call.key(), fileId, id + ".tar", "t2a_async", bundle, Links.BUNDLE_LIFE);
        return Answer.success(Json.MAPPER
                .createObjectNode()
                .put("task_id", Long.toString(id))
                .put("task_token", call.id())
                .put("file_id", fileId)
                .put("usage_characters", SpokenText.billedCharacters(speech.text())));
    }

    private String words(Call call, JsonNode request) {
        if (request.hasNonNull("text")) {
            return Faults.withoutMarkers(request.path("text").asText());
        }
        Files.Stored file =
                world.files().upload(call.key(), request.path("text_file_id").asLong(), "t2a_async_input");
        boolean plain = file.name().endsWith(".txt");
        return plain ? new String(file.uploaded(), StandardCharsets.UTF_8) : "The contents of " + file.name();
    }

    private Answer look(Call call) {
        String id = call.requiredQuery("task_id");
        return Answer.success(world.longSpeechTasks()
                .find(call.key(), id)
                .orElseThrow(() -> Refusal.invalid("task_id " + id + " does not exist"))
                .describe(world.now()));
    }

    private static byte[] bundle(long id, Speech speech) {
        Recording recording = speech.record();
        return new Tar()
                .add(id + "/" + id + "." + recording.encoding().extension(), recording.bytes())
                .add(id + "/" + id + ".titles", speech.subtitlesJson(recording))
                .add(
                        id + "/" + id + ".extra",
                        speech.extraInfo(recording).toString().getBytes(StandardCharsets.UTF_8))
                .bytes();
    }
}
