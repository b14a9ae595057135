package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.list;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.texts;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The four tables of {@code POST /v1/video_generation} (reference, section 4.1). */
enum HailuoRules {
    TEXT_TO_VIDEO("MiniMax-Hailuo-2.3", "MiniMax-Hailuo-02", "T2V-01-Director", "T2V-01") {
        @Override
        Rules table() {
            return timed().and(text("prompt").required().length(1, 2000), flag("fast_pretreatment"));
        }
    },
    IMAGE_TO_VIDEO(
            "MiniMax-Hailuo-2.3",
            "MiniMax-Hailuo-2.3-Fast",
            "MiniMax-Hailuo-02",
            "I2V-01-Director",
            "I2V-01-live",
            "I2V-01") {
        @Override
        Rules table() {
            return timed().and(frame("first_frame_image").required(), flag("fast_pretreatment"));
        }
    },
    FIRST_AND_LAST_FRAME("MiniMax-Hailuo-02") {
        @Override
        Rules table() {
            return timed().and(
                            frame("first_frame_image"),
                            frame("last_frame_image").required());
        }
    },
    SUBJECT_REFERENCE("S2V-01") {
        @Override
        Rules table() {
            return common().and(list(
                            "subject_reference",
                            Rules.of(
                                    text("type").required().oneOf("character"),
                                    texts("image")
                                            .required()
                                            .size(1, 1)
                                            .rule(images -> IMAGE.complaint(images.path(0)))))
                    .required()
                    .size(1, 1));
        }
    };

    private static final MediaReference IMAGE = MediaReference.image(
                    20L << 20, MediaType.JPEG, MediaType.PNG, MediaType.WEBP)
            .withSides(size -> size.shortSide() <= 300 || size.ratio() < 0.4 || size.ratio() > 2.5
                    ? "must have a short side above 300 px and a ratio between 2:5 and 5:2"
                    : null);

    private static final double USUAL_RATIO = 16 / 9.0;

    @SuppressWarnings("ImmutableEnumChecker") // what List.of makes never changes
    private final List<String> models;

    HailuoRules(String... models) {
        this.models = List.of(models);
    }

    abstract Rules table();

    /** The fields say which of the four a request is. */
    static HailuoRules of(ObjectNode request) {
        if (request.hasNonNull("subject_reference")) {
            return SUBJECT_REFERENCE;
        }
        if (request.hasNonNull("last_frame_image")) {
            return FIRST_AND_LAST_FRAME;
        }
        return request.hasNonNull("first_frame_image") ? IMAGE_TO_VIDEO : TEXT_TO_VIDEO;
    }

    void check(ObjectNode request, boolean asTheBriefSays) {
        // The brief calls the fast model the same as the other, only faster.
        List<String> allowed = asTheBriefSays && this == TEXT_TO_VIDEO ? IMAGE_TO_VIDEO.models : models;
        table().and(text("model").required().oneOf(allowed.toArray(String[]::new)))
                .check(request);
        String complaint = complaint(request, asTheBriefSays);
        if (complaint != null) {
            throw Refusal.invalid(complaint);
        }
    }

    private static Rules common() {
        return Rules.of(
                text("prompt").length(0, 2000), flag("prompt_optimizer"), text("callback_url"), flag("aigc_watermark"));
    }

    private static Rules timed() {
        return common().and(whole("duration"), text("resolution"));
    }

    private static Field frame(String name) {
        return text(name).rule(IMAGE::complaint);
    }

    static String resolution(JsonNode request) {
        return request.path("resolution").asText(isHailuo(request) ? "768P" : "720P");
    }

    /** A video is shaped like its first frame, where the sandbox can see that. */
    static double ratio(JsonNode request) {
        return MediaReference.inside(request.path("first_frame_image").asText())
                .flatMap(PictureSize::of)
                .map(PictureSize::ratio)
                .orElse(USUAL_RATIO);
    }

    static int seconds(JsonNode request) {
        return request.path("duration").asInt(6);
    }

    private @Nullable String complaint(ObjectNode request, boolean asTheBriefSays) {
        if (request.hasNonNull("fast_pretreatment") && !isHailuo(request)) {
            return "fast_pretreatment is for MiniMax-Hailuo models only";
        }
        Set<Integer> durations = offered(request, asTheBriefSays).get(resolution(request));
        if (durations == null) {
            return "resolution " + resolution(request) + " is not supported by " + model(request) + " in this mode";
        }
        return durations.contains(seconds(request))
                ? null
                : "duration " + seconds(request) + " is not supported by " + model(request) + " at "
                        + resolution(request);
    }

    private Map<String, Set<Integer>> offered(ObjectNode request, boolean asTheBriefSays) {
        if (!isHailuo(request)) {
            return Map.of("720P", Set.of(6));
        }
        if (asTheBriefSays) {
            return Map.of("720P", Set.of(6, 10), "768P", Set.of(6, 10), "1080P", Set.of(6));
        }
        return this == IMAGE_TO_VIDEO && model(request).equals("MiniMax-Hailuo-02")
                ? Map.of("512P", Set.of(6, 10), "768P", Set.of(6, 10), "1080P", Set.of(6))
                : Map.of("768P", Set.of(6, 10), "1080P", Set.of(6));
    }

    private static boolean isHailuo(JsonNode request) {
        return model(request).startsWith("MiniMax-Hailuo");
    }

    private static String model(JsonNode request) {
        return request.path("model").asText();
    }
}
