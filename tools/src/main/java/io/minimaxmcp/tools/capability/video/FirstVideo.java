package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.upstream.Body;
import java.util.stream.StreamSupport;

/** The 768P video of an earlier job, which is to be made again in 2K. */
record FirstVideo(Job job) {
    static final String MODEL = "MiniMax-H3";

    private static final String FIELD = "job_id";
    private static final String SMALL = "768P";
    private static final String LARGE = "2K";

    /** Refuses jobs that MiniMax cannot make again. */
    FirstVideo {
        Order order = job.order();
        if (!order.source().equals(H3Generation.NAME) || !MODEL.equals(order.model())) {
            throw Refusal.of(
                    FIELD,
                    job.id(),
                    "is no video of " + MODEL + "; MiniMax regenerates only those.",
                    "Give a generate_video job of model " + MODEL + "; list_jobs with kind video has the ids.");
        }
        if (!order.request().path("resolution").asText().equals(SMALL)) {
            throw Refusal.of(
                    FIELD, job.id(), "is in " + LARGE + " already.", "Use its result: get_job tells where it is.");
        }
        if (job.stage() != JobStage.SUCCEEDED) {
            boolean isOver = job.stage().isFinal();
            throw Refusal.of(
                    FIELD,
                    job.id(),
                    isOver ? "made no video." : "is not finished.",
                    isOver
                            ? "Give a job that succeeded, or make the video with generate_video, resolution " + LARGE
                                    + "."
                            : "Call get_job until it has succeeded, then call again.");
        }
    }

    int seconds() {
        return job.order().request().path("duration").asInt();
    }

    int pictures() {
        return count("image_url");
    }

    /** The most that its reference videos can play; how long they do is not kept. */
    int referenceSeconds(Limits limits) {
        return Footage.most(limits, count("video_url"));
    }

    /** The request that names the task, without any inputs. */
    ObjectNode byTask() {
        return new Body()
                .with("model", MODEL)
                .with(H3Regeneration.TASK, job.taskId())
                .with("resolution", LARGE)
                .json();
    }

    /** The request that brings the video and all that it was made from. */
    ObjectNode byVideo(InputMedia video) {
        ArrayNode content = (ArrayNode) job.order().request().path("content").deepCopy();
        content.addObject()
                .put("type", "video_url")
                .put("role", "base_video")
                .putObject("video_url")
                .set("url", video.forBody());
        return new Body()
                .with("model", MODEL)
                .with("content", content)
                .with("resolution", LARGE)
                .json();
    }

    private int count(String type) {
        JsonNode content = job.order().request().path("content");
        return (int) StreamSupport.stream(content.spliterator(), false)
                .filter(item -> item.path("type").asText().equals(type))
                .count();
    }
}
