package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The {@code content} array of the second video generation: what an item is, and which may stand together. */
record H3Content(List<JsonNode> items) {
    private static final Set<String> FRAMES = Set.of("first_frame", "last_frame");
    private static final Set<String> REFERENCES = Set.of("reference_image", "reference_video", "reference_audio");

    private static final Map<String, Set<String>> ROLES = Map.of(
            "text", Set.of(""),
            "image_url", Set.of("", "first_frame", "last_frame", "reference_image"),
            "video_url", Set.of("", "reference_video", "base_video"),
            "audio_url", Set.of("", "reference_audio"));

    private static final Map<String, Integer> AT_MOST = Map.of(
            "first_frame", 1,
            "last_frame", 1,
            "reference_image", 9,
            "reference_video", 3,
            "reference_audio", 3,
            "base_video", 1);

    static final Rules ITEM = Rules.of(
                    text("type").required().oneOf("text", "image_url", "video_url", "audio_url"),
                    text("text"),
                    object("image_url", url(FileRoutes.VIDEO_IMAGE)),
                    object("video_url", url(FileRoutes.VIDEO_FILM)),
                    object("audio_url", url(FileRoutes.VIDEO_SOUND)),
                    text("role"))
            .when(H3Content::itemComplaint);

    static H3Content of(JsonNode request) {
        return new H3Content(StreamSupport.stream(request.path("content").spliterator(), false)
                .toList());
    }

    private static Rules url(MediaReference media) {
        return Rules.of(text("url").required().rule(media.orFile()::complaint));
    }

    private static @Nullable String itemComplaint(JsonNode item) {
        String type = item.path("type").asText();
        List<String> payloads = Stream.of("text", "image_url", "video_url", "audio_url")
                .filter(item::hasNonNull)
                .toList();
        if (!payloads.equals(List.of(type))) {
            return "a content item of type " + type + " must have the field " + type + " and no other payload";
        }
        String role = item.path("role").asText();
        return ROLES.getOrDefault(type, Set.of()).contains(role)
                ? null
                : "role '" + role + "' is not supported for " + type;
    }

    /** Rules over all items; {@code longest} is the limit of the text. */
    @Nullable
    String complaint(int longest) {
        List<JsonNode> texts =
                items.stream().filter(item -> type(item).equals("text")).toList();
        if (texts.size() != 1 || texts.get(0).path("text").asText().isBlank()) {
            return "content must have exactly one non-empty text item";
        }
        String words = prompt();
        if (words.codePointCount(0, words.length()) > longest) {
            return "text must have at most " + longest + " characters";
        }
        if (items.size() - 1 > 12) {
            return "content must have at most 12 files";
        }
        for (Map.Entry<String, Integer> limit : AT_MOST.entrySet()) {
            if (count(limit.getKey()) > limit.getValue()) {
                return "content must have at most " + limit.getValue() + " items of role " + limit.getKey();
            }
        }
        return mixComplaint();
    }

    private @Nullable String mixComplaint() {
        if (items.stream()
                .anyMatch(item -> !type(item).equals("text") && role(item).isEmpty())) {
            return "every image, video and audio item needs a role";
        }
        if (hasFrames() && hasReferences()) {
            return "first_frame and last_frame must not be mixed with references";
        }
        boolean onlyAudio = count("reference_audio") > 0 && count("reference_image") + count("reference_video") == 0;
        return onlyAudio && count("base_video") == 0 ? "reference_audio needs an image or a video beside it" : null;
    }

    boolean hasFrames() {
        return items.stream().anyMatch(item -> FRAMES.contains(role(item)));
    }

    boolean hasReferences() {
        return items.stream().anyMatch(item -> REFERENCES.contains(role(item)));
    }

    long count(String role) {
        return items.stream().filter(item -> role(item).equals(role)).count();
    }

    long images() {
        return items.stream().filter(item -> type(item).equals("image_url")).count();
    }

    String prompt() {
        return items.stream()
                .filter(item -> type(item).equals("text"))
                .map(item -> item.path("text").asText())
                .findFirst()
                .orElse("");
    }

    /** {@code image}, {@code video} or {@code audio}; {@code text} for the words. */
    static String kind(JsonNode item) {
        return type(item).replace("_url", "");
    }

    /** As it is said, or as it is understood. */
    String role(JsonNode item) {
        String role = item.path("role").asText();
        boolean alone = type(item).equals("image_url") && images() == 1;
        return role.isEmpty() && alone ? "first_frame" : role;
    }

    private static String type(JsonNode item) {
        return item.path("type").asText();
    }
}
