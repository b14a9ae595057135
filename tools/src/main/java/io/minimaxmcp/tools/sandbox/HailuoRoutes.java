package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.util.List;

/** Video, first generation: create, look, and the files API hands the result out (reference, section 4). */
final class HailuoRoutes {
    private static final int BLOCKED_OUTPUT = 1027;

    private final World world;

    HailuoRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("POST", "/v1/video_generation", this::create),
                Route.first("GET", "/v1/query/video_generation", this::look));
    }

    private Answer create(Call call) {
        ObjectNode request = call.json();
        HailuoRules.of(request).check(request, world.speaksReference());
        world.take(call);
        Film film = Film.hailuo(
                call,
                request.path("prompt").asText(),
                HailuoRules.resolution(request),
                HailuoRules.ratio(request),
                HailuoRules.seconds(request));
        HailuoTask task = new HailuoTask(world.ids().next(), world.ids().next(), world.timeline(), failure(call), film);
        world.hailuoTasks().put(call.key(), task.id(), task);
        world.files().put(call.key(), task.fileId(), "output.mp4", "video_generation", film.medium(), Links.VIDEO_LIFE);
        return Answer.success(Json.MAPPER.createObjectNode().put("task_id", Long.toString(task.id())));
    }

    private Answer look(Call call) {
        String id = call.requiredQuery("task_id");
        HailuoTask task = world.hailuoTasks()
                .find(call.key(), id)
                .orElseThrow(() -> Refusal.invalid("task_id " + id + " does not exist"));
        ObjectNode answer = task.describe(world.now());
        return task.hasFailed(world.now())
                ? Answer.json(200, Generation.withBaseResp(answer, Refusal.of(task.failure())))
                : Answer.success(answer);
    }

    private static int failure(Call call) {
        int code = call.mischief().count("video-fail");
        return code == 1 ? BLOCKED_OUTPUT : code;
    }
}
