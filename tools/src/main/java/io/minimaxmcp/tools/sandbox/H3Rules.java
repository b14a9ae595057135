package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.list;
import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of the second video generation (reference, sections 3.1, 3.5 and 3.6). */
final class H3Rules {
    private static final String H3 = "MiniMax-H3";
    private static final String MAX = "MiniMax-H3-Max";
    private static final int TEXT_MAX = 7_000;
    private static final int FINAL_TEXT_MAX = 40_000;

    private static final Map<String, Set<String>> RESOLUTIONS =
            Map.of(H3, Set.of("768P", "2K"), MAX, Set.of("480P", "768P"));
    private static final Map<String, Integer> SHORTEST = Map.of(H3, 4, MAX, 5);

    private static final Rules COMMON = Rules.of(
                    text("model").required().oneOf(H3, MAX),
                    list("content", H3Content.ITEM).required(),
                    whole("duration").required(),
                    text("ratio").oneOf("adaptive", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"),
                    text("callback_url"))
            .when(H3Rules::durationComplaint)
            .when(request -> H3Content.of(request).complaint(TEXT_MAX))
            .when(H3Rules::ratioComplaint);

    /** {@code POST /v2/video_generation}. */
    static final Rules GENERATION = COMMON.and(
                    text("resolution").required(),
                    flag("aigc_watermark"),
                    object("extra", Rules.of(text("prompt_expansion_mode").oneOf("disabled", "balanced", "quality"))))
            .when(H3Rules::resolutionComplaint)
            .when(H3Rules::noBaseVideo)
            .when(request -> request.hasNonNull("extra") && !model(request).equals(MAX)
                    ? "extra is for " + MAX + " only"
                    : null);

    /** {@code POST /v2/h3_context_ir}. */
    static final Rules CONTEXT = COMMON.and(text("model").required().oneOf(H3)).when(H3Rules::noBaseVideo);

    /** {@code POST /v2/video_regeneration}. */
    static final Rules REGENERATION = Rules.of(
                    text("model").required().oneOf(H3),
                    text("source_task_id"),
                    list("content", H3Content.ITEM),
                    text("resolution").required().oneOf("2K"),
                    text("callback_url"),
                    flag("aigc_watermark"))
            .when(H3Rules::sourceComplaint);

    private H3Rules() {}

    private static @Nullable String durationComplaint(JsonNode request) {
        int shortest = SHORTEST.getOrDefault(model(request), 4);
        int seconds = request.path("duration").asInt();
        return seconds < shortest || seconds > 15
                ? "duration must be between " + shortest + " and 15 for " + model(request)
                : null;
    }

    private static @Nullable String ratioComplaint(JsonNode request) {
        H3Content content = H3Content.of(request);
        boolean textOnly = content.items().size() == 1;
        return textOnly && request.path("ratio").asText("adaptive").equals("adaptive")
                ? "ratio is required and must not be adaptive without images or videos"
                : null;
    }

    private static @Nullable String resolutionComplaint(JsonNode request) {
        Set<String> allowed = RESOLUTIONS.getOrDefault(model(request), Set.of());
        return allowed.contains(request.path("resolution").asText())
                ? null
                : "resolution must be one of " + allowed + " for " + model(request);
    }

    private static @Nullable String noBaseVideo(JsonNode request) {
        return H3Content.of(request).count("base_video") > 0 ? "base_video is for regeneration only" : null;
    }

    private static @Nullable String sourceComplaint(JsonNode request) {
        if (request.hasNonNull("source_task_id") == request.hasNonNull("content")) {
            return "exactly one of source_task_id and content is required";
        }
        if (request.hasNonNull("source_task_id")) {
            return null;
        }
        H3Content content = H3Content.of(request);
        return content.count("base_video") == 1
                ? content.complaint(FINAL_TEXT_MAX)
                : "content must have exactly one base_video";
    }

    private static String model(JsonNode request) {
        return request.path("model").asText();
    }
}
