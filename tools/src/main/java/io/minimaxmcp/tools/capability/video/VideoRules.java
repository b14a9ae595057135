package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.Words;
import io.minimaxmcp.tools.preflight.Allowed;
import io.minimaxmcp.tools.preflight.Brackets;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model makes of a request: which wishes it fulfils, and what it must refuse. */
final class VideoRules {
    private static final String ADAPTIVE = "adaptive";

    private VideoRules() {}

    /** The second generation of the API, which H3 is behind. */
    static boolean isSecond(Model model) {
        return model.api().equals("v2");
    }

    /** What the model should be able to do, so that one is found where the caller names none. */
    static List<Wish> wishes(GenerateVideo.Input input, VideoMode mode, Words words) {
        String prompt = input.prompt();
        String resolution = input.resolution();
        Integer duration = input.duration();
        String ratio = input.aspectRatio();
        return List.of(
                new Wish("needs a prompt", model -> hasPrompt(input) || !isSecond(model)),
                new Wish(
                        "does not make " + resolution,
                        model -> resolution == null
                                || mode(model, mode).resolutions().contains(resolution)),
                new Wish(
                        "does not make " + duration + " s",
                        model -> duration == null || makes(mode(model, mode), resolution, duration)),
                new Wish(
                        "does not make " + ratio,
                        model ->
                                ratio == null || model.features().aspectRatios().contains(ratio)),
                new Wish("takes shorter prompts", model -> fits(prompt, model.limits())),
                new Wish(
                        "takes camera moves in words, without brackets",
                        model -> prompt == null
                                || model.features().cameraCommands()
                                || !Brackets.haveCamera(prompt, words.cameraMoves())));
    }

    private static Mode mode(Model model, VideoMode mode) {
        return model.mode(mode.wireName()).orElseThrow();
    }

    private static boolean makes(Mode mode, @Nullable String resolution, int duration) {
        return resolution == null
                ? mode.combinations().stream().anyMatch(row -> row.durations().contains(duration))
                : mode.allows(resolution, duration);
    }

    private static boolean fits(@Nullable String prompt, Limits limits) {
        Integer most = limits.promptMaxChars();
        return prompt == null || most == null || prompt.codePointCount(0, prompt.length()) <= most;
    }

    private static boolean hasPrompt(GenerateVideo.Input input) {
        return input.prompt() != null && !input.prompt().isBlank();
    }

    /** For what only models of the second generation make, where they are not open: says what the others could make. */
    static ToolException onlySecond(GenerateVideo.Input input, VideoMode mode, List<Model> offered) {
        Model older = offered.stream()
                .filter(model -> !isSecond(model))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no model of the first generation"));
        String field = mode == VideoMode.LAST_FRAME ? "last_frame_image" : VideoMode.firstReference(input);
        return Refusal.of(
                ErrorKind.PERMISSION,
                field,
                null,
                "is for MiniMax-H3 only, which is not open here; nothing was sent.",
                "Give a prompt or first_frame_image for " + older.id() + " ("
                        + Shape.table(older.modes().get(0))
                        + "), or call with model MiniMax-H3 once the account has it.");
    }

    /** The shape of the video; refuses what the model does not make. */
    static Shape checked(GenerateVideo.Input input, VideoMode mode, Model model, List<Model> others, Words words) {
        String prompt = input.prompt();
        if (prompt != null) {
            Allowed.length("prompt", prompt, null, model.limits().promptMaxChars(), model.id());
            if (model.features().cameraCommands()) {
                Brackets.checkCamera(prompt, words.cameraMoves());
            }
        }
        Allowed.oneOf("aspect_ratio", input.aspectRatio(), model.features().aspectRatios(), model.id());
        if (isSecond(model)) {
            checkSecond(input, mode, model);
        }
        return Shape.of(input.resolution(), input.duration(), model, mode(model, mode), others);
    }

    private static void checkSecond(GenerateVideo.Input input, VideoMode mode, Model model) {
        if (!hasPrompt(input)) {
            throw Refusal.of(
                    "prompt", null, "is missing: " + model.id() + " always needs one.", "Say what the video shows.");
        }
        checkRatio(input.aspectRatio(), mode, model);
        Limits limits = model.limits();
        checkCount("reference_images", input.referenceImages(), limits.referenceImagesMax(), model);
        checkCount("reference_videos", input.referenceVideos(), limits.referenceVideosMax(), model);
        checkCount("reference_audios", input.referenceAudios(), limits.referenceAudiosMax(), model);
        Integer most = limits.referenceFilesMax();
        int all = size(input.referenceImages()) + size(input.referenceVideos()) + size(input.referenceAudios());
        if (most != null && all > most) {
            throw Refusal.of(
                    "reference_images",
                    null,
                    "makes " + all + " references in all; " + model.id() + " takes at most " + most + ".",
                    "Leave " + (all - most) + " out.");
        }
    }

    /** The shape comes from the pictures, where there are any. */
    private static void checkRatio(@Nullable String ratio, VideoMode mode, Model model) {
        boolean isAdaptive = ratio == null || ratio.equals(ADAPTIVE);
        if (mode.hasFrames() && !isAdaptive) {
            throw Refusal.of(
                    "aspect_ratio", ratio, "cannot be chosen: the frames give the shape.", "Leave aspect_ratio out.");
        }
        if (mode == VideoMode.TEXT_TO_VIDEO && ratio != null && isAdaptive) {
            throw Refusal.of(
                    "aspect_ratio",
                    ratio,
                    "needs a picture or video to adapt to; " + model.id() + " was given none.",
                    "Call again with aspect_ratio 16:9.");
        }
    }

    private static void checkCount(String field, @Nullable List<String> given, @Nullable Integer most, Model model) {
        if (most != null && size(given) > most) {
            throw Refusal.of(
                    field,
                    null,
                    "has " + size(given) + " entries; " + model.id() + " takes at most " + most + ".",
                    "Leave " + (size(given) - most) + " out.");
        }
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
