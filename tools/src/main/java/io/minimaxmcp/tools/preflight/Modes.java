package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import java.util.Optional;

/** The catalogue's modes in words for people. */
final class Modes {
    private Modes() {}

    static String inWords(String mode) {
        return switch (mode) {
            case "text_to_video" -> "videos from text alone";
            case "first_frame" -> "videos from a first frame";
            case "last_frame" -> "videos from a last frame";
            case "first_last_frame" -> "videos from a first and a last frame";
            case "subject_reference" -> "videos of a person in subject_reference";
            case "reference_to_video" -> "videos from references";
            case "text_to_image" -> "images from text alone";
            case "image_to_image" -> "images of a person in subject_reference";
            default -> mode.replace('_', ' ');
        };
    }

    /** What to give the model in place of inputs for a mode that it does not have: {@code (first_frame_image)}, or nothing to say. */
    static String inputsOf(Model model, String mode) {
        if (mode.equals("last_frame") && model.mode("first_last_frame").isPresent()) {
            return " (first_frame_image as well)";
        }
        if (mode.equals("subject_reference") && model.mode("reference_to_video").isPresent()) {
            return " (reference_images in place of subject_reference)";
        }
        Optional<String> first = model.modes().stream().map(Mode::mode).findFirst();
        return switch (first.orElse("")) {
            case "first_frame" -> " (first_frame_image)";
            case "first_last_frame" -> " (first_frame_image and last_frame_image)";
            case "subject_reference" -> " (subject_reference)";
            case "text_to_video" -> " (prompt, no images)";
            case "song" -> " (lyrics" + (mode.equals("cover") ? ", no cover_of)" : ", not instrumental)");
            case "cover" -> " (cover_of, the song to cover)";
            default -> "";
        };
    }
}
