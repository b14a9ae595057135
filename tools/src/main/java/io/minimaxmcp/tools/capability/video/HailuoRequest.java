package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.upstream.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/video_generation}. */
final class HailuoRequest {
    private HailuoRequest() {}

    static ObjectNode body(String model, GenerateVideo.Input input, Shape shape, Footage footage) {
        Body body = new Body()
                .with("model", model)
                .with("prompt", input.prompt())
                .with("first_frame_image", forBody(footage.first()))
                .with("last_frame_image", forBody(footage.last()))
                .with("duration", shape.duration())
                .with("resolution", shape.resolution())
                .with("prompt_optimizer", input.promptOptimizer());
        if (footage.person() != null) {
            Body person = new Body()
                    .with("type", "character")
                    .with("image", List.of(footage.person().forBody()));
            body.with("subject_reference", List.of(person.json()));
        }
        return body.json();
    }

    private static @Nullable JsonNode forBody(@Nullable InputMedia media) {
        return media == null ? null : media.forBody();
    }
}
