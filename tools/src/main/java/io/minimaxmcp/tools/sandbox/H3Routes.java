package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.util.List;
import java.util.Objects;

/** Video, second generation: H3's tasks from creation to deletion (reference, section 3). */
final class H3Routes {
    private static final int BLOCKED_INPUT = 1026;
    /** Tasks of an account that may be queued or running. */
    private static final int AT_ONCE = 30;

    private static final String ADAPTIVE = "adaptive";
    /** What it is made in where nothing that the sandbox can see gives the shape. */
    private static final double USUAL_RATIO = 16 / 9.0;

    private final World world;

    H3Routes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.second("POST", "/v2/video_generation", this::generate),
                Route.second("POST", "/v2/h3_context_ir", this::enhance),
                Route.second("POST", "/v2/video_regeneration", this::regenerate),
                Route.second("GET", "/v2/query/video_generation", this::list),
                Route.second("GET", "/v2/query/video_generation/", this::look),
                Route.second("DELETE", "/v2/video_generation/", this::withdraw));
    }

    private Answer generate(Call call) {
        return create(call, call.json(H3Rules.GENERATION), "generation");
    }

    private Answer enhance(Call call) {
        return create(call, call.json(H3Rules.CONTEXT), "h3_context_ir");
    }

    private Answer regenerate(Call call) {
        ObjectNode request = call.json(H3Rules.REGENERATION);
        if (!request.hasNonNull("source_task_id")) {
            return create(call, request, "regeneration");
        }
        H3Task source = find(call, request.path("source_task_id").asText());
        if (!source.type().equals("generation") || !source.status(world.now()).equals("succeeded")) {
            throw Refusal.invalid("source_task_id must be a generation task that has succeeded");
        }
        Film film = Film.h3(
                call,
                source.film().prompt(),
                "2K",
                (double) source.film().frame().width() / source.film().frame().height(),
                source.film().seconds());
        return put(call, source.model(), "regeneration", film, source.ratio(), source.inputs());
    }

    private Answer create(Call call, ObjectNode request, String type) {
        H3Content content = H3Content.of(request);
        H3Inputs inputs = H3Inputs.of(content, id -> world.files().get(call.key(), id));
        String ratio = content.hasFrames() ? ADAPTIVE : request.path("ratio").asText(ADAPTIVE);
        Film film = Film.h3(
                call,
                content.prompt(),
                request.path("resolution").asText("768P"),
                ratio.equals(ADAPTIVE) ? Objects.requireNonNullElse(inputs.ratio(), USUAL_RATIO) : number(ratio),
                request.path("duration").asInt(5));
        return put(call, request.path("model").asText(), type, film, ratio, inputs);
    }

    /** {@code 16:9} as 1.78. */
    private static double number(String ratio) {
        String[] sides = ratio.split(":", 2);
        return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }

    private Answer put(Call call, String model, String type, Film film, String ratio, H3Inputs inputs) {
        long underWay = world.h3Tasks().of(call.key()).stream()
                .filter(task -> !task.isOver(world.now()))
                .count();
        if (underWay >= AT_ONCE) {
            throw Refusal.of(1002, "too many tasks under way");
        }
        world.take(call);
        int failure = call.mischief().count("video-fail");
        H3Task task = new H3Task(
                world.ids().next(),
                type,
                model,
                world.timeline(),
                failure == 1 ? BLOCKED_INPUT : failure,
                call.mischief().asksFor("video-expire"),
                null,
                film,
                ratio,
                inputs);
        world.h3Tasks().put(call.key(), task.id(), task);
        return Answer.json(200, Json.MAPPER.createObjectNode().put("task_id", Long.toString(task.id())));
    }

    private Answer look(Call call) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("task", describe(call, find(call, call.tail())));
        return Answer.json(200, answer);
    }

    private Answer list(Call call) {
        int page = number(call, "page_num", 1);
        int size = number(call, "page_size", 20);
        List<H3Task> all = world.h3Tasks().of(call.key()).stream()
                .filter(task -> wanted(call, task))
                .toList();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        all.stream().skip((page - 1L) * size).limit(size).forEach(task -> items.add(describe(call, task)));
        return Answer.json(200, answer.put("total", all.size()));
    }

    private boolean wanted(Call call, H3Task task) {
        List<String> ids = call.queries("filter.task_ids");
        return fits(call.query("filter.status"), task.status(world.now()))
                && fits(call.query("filter.model"), task.model())
                && fits(call.query("filter.task_type"), task.type())
                && (ids.isEmpty() || ids.contains(Long.toString(task.id())));
    }

    private static boolean fits(String filter, String value) {
        return filter.isEmpty() || filter.equals(value);
    }

    /** The one verb cancels what is queued and deletes what is done. */
    private Answer withdraw(Call call) {
        H3Task task = find(call, call.tail());
        String status = task.status(world.now());
        ObjectNode answer = Json.MAPPER.createObjectNode().put("task_id", call.tail());
        switch (status) {
            case "queued" -> {
                world.h3Tasks().replace(task.id(), task.cancelledAt(world.now()));
                return Answer.json(200, answer.put("action", "cancelled").put("status", "cancelled"));
            }
            case "succeeded", "failed", "expired" -> {
                world.h3Tasks().remove(task.id());
                return Answer.json(200, answer.put("action", "deleted").put("status", status));
            }
            default -> throw Refusal.invalid("a task that is " + status + " cannot be cancelled or deleted");
        }
    }

    private H3Task find(Call call, String id) {
        return world.h3Tasks().find(call.key(), id).orElseThrow(() -> Refusal.invalid("invalid task_id"));
    }

    private ObjectNode describe(Call call, H3Task task) {
        boolean hasLink = task.status(world.now()).equals("succeeded") && !task.isText();
        return task.describe(
                world.now(), hasLink ? world.links().mint(call, task.film().medium(), Links.VIDEO_LIFE) : "");
    }

    private static int number(Call call, String name, int otherwise) {
        String value = call.query(name);
        if (!value.matches("(\\d{1,6})?") || value.equals("0")) {
            throw Refusal.invalid(name + " must be a positive integer");
        }
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }
}
