package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One task of the second video generation.
 *
 * @param type {@code generation}, {@code h3_context_ir} or {@code regeneration}
 * @param failure the code it fails with; 0 for success
 * @param expires whether it ends neither well nor badly, but too late
 * @param cancelled when its owner took it back
 */
record H3Task(
        long id,
        String type,
        String model,
        Timeline timeline,
        int failure,
        boolean expires,
        @Nullable Instant cancelled,
        Film film,
        String ratio,
        H3Inputs inputs) {
    private static final double LEAVES_THE_QUEUE = 0.3;

    H3Task cancelledAt(Instant now) {
        return new H3Task(id, type, model, timeline, failure, expires, now, film, ratio, inputs);
    }

    String status(Instant now) {
        if (cancelled != null) {
            return "cancelled";
        }
        if (!timeline.isOver(now)) {
            return timeline.position(now) < LEAVES_THE_QUEUE ? "queued" : "running";
        }
        if (expires) {
            return "expired";
        }
        return failure == 0 ? "succeeded" : "failed";
    }

    boolean isOver(Instant now) {
        return cancelled != null || timeline.isOver(now);
    }

    boolean isText() {
        return type.equals("h3_context_ir");
    }

    /** @param url a fresh link to the result, for tasks that have one */
    ObjectNode describe(Instant now, String url) {
        String status = status(now);
        ObjectNode task = Json.MAPPER
                .createObjectNode()
                .put("id", Long.toString(id))
                .put("model", model)
                .put("status", status)
                .put("created_at", timeline.start().getEpochSecond())
                .put("updated_at", updated(now).getEpochSecond());
        if (!isText()) {
            task.put("resolution", film.resolution());
        }
        task.put("duration", film.seconds()).put("ratio", ratio);
        ObjectNode usage = task.putObject("usage");
        if (status.equals("succeeded")) {
            describeResult(task, usage, url);
        }
        if (status.equals("failed")) {
            task.putObject("error").put("code", Integer.toString(failure)).put("message", StatusCodes.words(failure));
        }
        return task.put("task_type", type).put("modality", isText() ? "text" : "video");
    }

    private void describeResult(ObjectNode task, ObjectNode usage, String url) {
        ObjectNode content = task.putObject("content");
        if (isText()) {
            content.put("prompt", "In one continuous shot: " + film.prompt());
            int tokens = film.prompt().length() / 4 + 1;
            usage.put("prompt_tokens", tokens)
                    .put("completion_tokens", tokens + 8)
                    .put("total_tokens", 2 * tokens + 8);
        } else {
            content.put("url", url);
            int seen = (int) Math.ceil(inputs.videoSeconds());
            usage.put("total_seconds", seen + film.seconds())
                    .put("input_seconds", seen)
                    .put("output_seconds", film.seconds())
                    .put("input_image_count", inputs.images());
            if (inputs.audioSeconds() > 0) {
                usage.put("input_audio_seconds", (int) Math.ceil(inputs.audioSeconds()));
            }
        }
    }

    private Instant updated(Instant now) {
        if (cancelled != null) {
            return cancelled;
        }
        return timeline.isOver(now) ? timeline.end() : now;
    }
}
