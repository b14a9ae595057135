package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.upstream.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v2/video_generation}: all inputs as items of one list, told apart by their roles. */
final class H3Request {
    /** What MiniMax needs to hear where no picture gives the shape. */
    private static final String USUAL_RATIO = "16:9";

    /** What models that expand prompts, and can be told not to, are called. */
    private static final String EXPANDS = "-Max";

    private H3Request() {}

    static boolean expands(Order order) {
        return order.model() != null && order.model().endsWith(EXPANDS);
    }

    static ObjectNode body(String model, GenerateVideo.Input input, VideoMode mode, Shape shape, Footage footage) {
        Body body = new Body()
                .with("model", model)
                .with("content", content(input.prompt(), footage))
                .with("resolution", shape.resolution())
                .with("duration", shape.duration())
                .with("ratio", ratio(input, mode));
        if (!input.promptOptimizer() && model.endsWith(EXPANDS)) {
            body.with("extra", new Body().with("prompt_expansion_mode", "disabled"));
        }
        return body.json();
    }

    private static @Nullable String ratio(GenerateVideo.Input input, VideoMode mode) {
        if (input.aspectRatio() != null) {
            return input.aspectRatio();
        }
        return mode == VideoMode.TEXT_TO_VIDEO ? USUAL_RATIO : null;
    }

    private static ArrayNode content(@Nullable String prompt, Footage footage) {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        content.addObject().put("type", "text").put("text", prompt);
        add(content, "image_url", "first_frame", footage.first());
        add(content, "image_url", "last_frame", footage.last());
        add(content, "image_url", "reference_image", footage.images());
        add(content, "video_url", "reference_video", footage.videos());
        add(content, "audio_url", "reference_audio", footage.audios());
        return content;
    }

    private static void add(ArrayNode content, String type, String role, List<InputMedia> media) {
        media.forEach(medium -> add(content, type, role, medium));
    }

    private static void add(ArrayNode content, String type, String role, @Nullable InputMedia medium) {
        if (medium != null) {
            content.addObject()
                    .put("type", type)
                    .put("role", role)
                    .putObject(type)
                    .set("url", medium.forBody());
        }
    }
}
