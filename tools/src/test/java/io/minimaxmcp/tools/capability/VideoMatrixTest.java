package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every video of the catalogue: what it allows is made, what it does not allow is refused before it is sent. */
class VideoMatrixTest extends CatalogueMatrix {
    private static final String VIDEO = "/v1/video_generation";
    private static final String SECOND = "/v2/video_generation";
    private static final List<String> MODES = List.of(
            "text_to_video",
            "first_frame",
            "last_frame",
            "first_last_frame",
            "subject_reference",
            "reference_to_video");

    @Test
    void videosOfEveryModelModeResolutionAndDuration() {
        CatalogueMatrix.Round round = round("generate_video", VIDEO);
        for (JsonNode model : videoModels("v1")) {
            for (String mode : MODES) {
                for (String resolution : List.of("512P", "720P", "768P", "1080P", "2K")) {
                    for (int duration : new int[] {6, 10}) {
                        ObjectNode call = video(model.path("id").asText(), mode)
                                .put("resolution", resolution)
                                .put("duration", duration);
                        round.add(call, makes(model, mode, resolution, duration), "model", "resolution", "duration");
                    }
                }
                round.add(video(model.path("id").asText(), mode), hasMode(model, mode), "model");
            }
        }

        round.play();
    }

    @Test
    void videosOfTheSecondGeneration() {
        CatalogueMatrix.Round round = round("generate_video", SECOND);
        for (JsonNode model : videoModels("v2")) {
            for (String mode : MODES) {
                for (String resolution : List.of("480P", "768P", "2K", "1080P")) {
                    for (int duration : new int[] {3, 4, 5, 15, 16}) {
                        ObjectNode call = video(model.path("id").asText(), mode)
                                .put("resolution", resolution)
                                .put("duration", duration);
                        round.add(call, makes(model, mode, resolution, duration), "model", "resolution", "duration");
                    }
                }
                round.add(video(model.path("id").asText(), mode), hasMode(model, mode), "model");
            }
        }

        round.play();
    }

    @Test
    void videosOfTheSecondGenerationInEveryShape() {
        CatalogueMatrix.Round round = round("generate_video", SECOND);
        for (JsonNode model : videoModels("v2")) {
            for (String mode : List.of("text_to_video", "first_frame", "last_frame", "reference_to_video")) {
                for (String ratio : texts(model.at("/features/aspect_ratios"))) {
                    boolean isAdaptive = ratio.equals("adaptive");
                    boolean isFree = mode.equals("reference_to_video");
                    boolean shapes = isFree || (mode.equals("text_to_video") != isAdaptive);
                    round.add(
                            video(model.path("id").asText(), mode).put("aspect_ratio", ratio), shapes, "aspect_ratio");
                }
            }
        }

        round.play();
    }

    @Test
    void referencesAtTheBordersOfTheirNumbers() {
        CatalogueMatrix.Round round = round("generate_video", SECOND);
        int[][] taken = {{9, 0, 0}, {0, 3, 0}, {1, 0, 3}, {9, 3, 0}, {6, 3, 3}};
        int[][] refused = {{10, 0, 0}, {0, 4, 0}, {1, 0, 4}, {0, 0, 1}, {9, 3, 1}};
        for (int[] counts : taken) {
            round.add(references(counts), true);
        }
        for (int[] counts : refused) {
            round.add(references(counts), false, "reference_images", "reference_videos", "reference_audios");
        }

        round.play();
    }

    @Test
    void promptsAtTheBordersOfTheirLength() {
        round("generate_video", VIDEO)
                .add(object("prompt", "x".repeat(2000)).put("model", "MiniMax-Hailuo-2.3"), true)
                .add(object("prompt", "x".repeat(2001)).put("model", "MiniMax-Hailuo-2.3"), false, "prompt")
                .play();
        round("generate_video", SECOND)
                .add(object("prompt", "x".repeat(7000)), true)
                .add(object("prompt", "x".repeat(7001)), false, "prompt")
                .play();
    }

    private static List<JsonNode> videoModels(String api) {
        return offered("video").stream()
                .filter(model -> model.path("api").asText().equals(api))
                .toList();
    }

    private static ObjectNode references(int[] counts) {
        ObjectNode video = object("prompt", "A cat turns.");
        List<String> fields = List.of("reference_images", "reference_videos", "reference_audios");
        for (int kind = 0; kind < counts.length; kind++) {
            for (int count = 0; count < counts[kind]; count++) {
                video.withArray(fields.get(kind)).add(PICTURE);
            }
        }
        return video;
    }

    private static ObjectNode video(String model, String mode) {
        ObjectNode video = object("prompt", "A cat turns.").put("model", model);
        switch (mode) {
            case "first_frame" -> video.put("first_frame_image", PICTURE);
            case "last_frame" -> video.put("last_frame_image", PICTURE);
            case "reference_to_video" -> video.putArray("reference_images").add(PICTURE);
            case "first_last_frame" -> video.put("first_frame_image", PICTURE).put("last_frame_image", PICTURE);
            case "subject_reference" ->
                video.putArray("subject_reference")
                        .addObject()
                        .putArray("image")
                        .add(PICTURE);
            default -> {}
        }
        return video;
    }
}
