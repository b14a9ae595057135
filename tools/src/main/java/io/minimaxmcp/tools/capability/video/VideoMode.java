package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.tool.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the inputs of a video ask for; the catalogue knows the modes by the same names in small letters. */
enum VideoMode {
    TEXT_TO_VIDEO,
    FIRST_FRAME,
    LAST_FRAME,
    FIRST_LAST_FRAME,
    SUBJECT_REFERENCE,
    REFERENCE_TO_VIDEO;

    /** Refuses inputs that exclude each other. */
    static VideoMode of(GenerateVideo.Input input) {
        boolean framed = input.firstFrameImage() != null || input.lastFrameImage() != null;
        boolean person = isGiven(input.subjectReference());
        boolean referring = isGiven(input.referenceImages())
                || isGiven(input.referenceVideos())
                || isGiven(input.referenceAudios());
        if (person && framed) {
            throw excluded("subject_reference", "first_frame_image or last_frame_image", "the person or the frames");
        }
        if (referring && (framed || person)) {
            String others = framed ? "first_frame_image or last_frame_image" : "subject_reference";
            throw excluded(firstReference(input), others, "references or " + (framed ? "frames" : "the person"));
        }
        if (referring) {
            return withReferences(input);
        }
        if (person) {
            return SUBJECT_REFERENCE;
        }
        return framed ? framed(input) : text(input);
    }

    private static VideoMode withReferences(GenerateVideo.Input input) {
        if (!isGiven(input.referenceImages()) && !isGiven(input.referenceVideos())) {
            throw Refusal.of(
                    "reference_audios",
                    null,
                    "cannot stand alone: sound needs a picture or a video beside it.",
                    "Give reference_images or reference_videos as well.");
        }
        return REFERENCE_TO_VIDEO;
    }

    private static VideoMode framed(GenerateVideo.Input input) {
        if (input.firstFrameImage() == null) {
            return LAST_FRAME;
        }
        return input.lastFrameImage() == null ? FIRST_FRAME : FIRST_LAST_FRAME;
    }

    private static VideoMode text(GenerateVideo.Input input) {
        if (input.prompt() == null || input.prompt().isBlank()) {
            throw Refusal.of("prompt", null, "is missing.", "Say what the video shows, or give first_frame_image.");
        }
        return TEXT_TO_VIDEO;
    }

    private static RuntimeException excluded(String field, String others, String either) {
        return Refusal.of(field, null, "cannot go with " + others + ".", "Give either " + either + ".");
    }

    static String firstReference(GenerateVideo.Input input) {
        if (isGiven(input.referenceImages())) {
            return "reference_images";
        }
        return isGiven(input.referenceVideos()) ? "reference_videos" : "reference_audios";
    }

    private static boolean isGiven(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    boolean hasFrames() {
        return this == FIRST_FRAME || this == LAST_FRAME || this == FIRST_LAST_FRAME;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
