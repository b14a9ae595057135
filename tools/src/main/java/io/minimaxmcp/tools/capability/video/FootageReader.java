package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Limits;
import io.minimaxmcp.tools.media.InputMedia;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.media.MediaLimits;
import io.minimaxmcp.tools.preflight.ChosenModel;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the media arguments of a video into {@link Footage}, checked against what the model takes. */
final class FootageReader {
    static final List<String> VIDEOS = List.of("mp4", "mov");
    private static final List<String> SOUNDS = List.of("mp3", "wav");

    private final Inputs inputs;
    private final ModelChoice models;

    FootageReader(Inputs inputs, ModelChoice models) {
        this.inputs = inputs;
        this.models = models;
    }

    CompletionStage<Footage> read(GenerateVideo.Input input, ChosenModel model, CallContext context) {
        MediaLimits picture = MediaLimits.of(models.imageLimits(model, "video", "first_frame"));
        var first = one(input.firstFrameImage(), "first_frame_image", picture, context);
        var last = one(input.lastFrameImage(), "last_frame_image", picture, context);
        var person = one(person(input), "subject_reference[0].image[0]", picture, context);
        var images = each(input.referenceImages(), "reference_images", picture, context);
        var videos = clips(input.referenceVideos(), "reference_videos", model, context);
        var audios = clips(input.referenceAudios(), "reference_audios", model, context);
        return Stages.all(List.of(first, last, person, images, videos, audios))
                .thenCompose(ready -> first.thenCompose(one -> last.thenCompose(two ->
                        person.thenCompose(who -> images.thenCompose(seen -> videos.thenCompose(moving ->
                                audios.thenApply(heard -> new Footage(one, two, who, seen, moving, heard))))))));
    }

    private static @Nullable String person(GenerateVideo.Input input) {
        return input.subjectReference() == null || input.subjectReference().isEmpty()
                ? null
                : input.subjectReference().get(0).image().get(0);
    }

    private CompletionStage<@Nullable InputMedia> one(
            @Nullable String argument, String field, MediaLimits limits, CallContext context) {
        return argument == null
                ? Stages.nothing()
                : inputs.resolve(argument, field, limits, context).thenApply(media -> media);
    }

    private CompletionStage<List<InputMedia>> each(
            @Nullable List<String> arguments, String field, MediaLimits limits, CallContext context) {
        List<String> given = arguments == null ? List.of() : arguments;
        return Stages.all(IntStream.range(0, given.size())
                .mapToObj(index -> inputs.resolve(given.get(index), field + "[" + index + "]", limits, context))
                .toList());
    }

    private CompletionStage<List<InputMedia>> clips(
            @Nullable List<String> arguments, String field, ChosenModel model, CallContext context) {
        if (arguments == null || arguments.isEmpty()) {
            return Stages.of(List.of());
        }
        Limits limits = model.known()
                .orElseThrow(() ->
                        Refusal.of(field, null, "is for models that the catalogue knows.", "Call again without model."))
                .limits();
        boolean moving = field.equals("reference_videos");
        MediaLimits clip = MediaLimits.clip(
                moving ? VIDEOS : SOUNDS,
                Objects.requireNonNullElse(moving ? limits.videoMaxBytes() : limits.audioMaxBytes(), Long.MAX_VALUE),
                Duration.ofSeconds(Objects.requireNonNullElse(limits.clipMinSeconds(), 0)),
                Duration.ofSeconds(Objects.requireNonNullElse(limits.clipMaxSeconds(), Integer.MAX_VALUE)));
        MediaLimits each = moving && limits.image() != null
                ? clip.showing(limits.image(), limits.videoFpsMin(), limits.videoFpsMax())
                : clip;
        int together = Objects.requireNonNullElse(limits.clipsTotalMaxSeconds(), Integer.MAX_VALUE);
        return each(arguments, field, each, context).thenApply(clips -> {
            if (Footage.seconds(clips) > together) {
                throw Refusal.of(
                        field,
                        null,
                        "plays longer than " + together + " s in all.",
                        "Cut the clips, or give fewer; nothing was sent.");
            }
            return clips;
        });
    }
}
