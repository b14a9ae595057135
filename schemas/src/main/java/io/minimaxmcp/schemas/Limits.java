package io.minimaxmcp.schemas;

import org.jspecify.annotations.Nullable;

/**
 * How much a model takes; null where nothing is documented or the limit does not concern the model.
 *
 * @param asyncTextMaxChars of a request to the asynchronous speech API
 * @param asyncFileMaxChars of a file that is uploaded for it
 * @param imagesMax images of one request
 * @param sizeMultiple width and height must be a multiple of it
 * @param subjectsMax entries of {@code subject_reference}
 * @param image what frames and references must be like; the sides of reference videos too
 * @param videoFpsMin frames a second of reference videos
 */
public record Limits(
        @Nullable Integer promptMinChars,
        @Nullable Integer promptMaxChars,
        @Nullable Integer textMaxChars,
        @Nullable Integer asyncTextMaxChars,
        @Nullable Integer asyncFileMaxChars,
        @Nullable Integer lyricsMinChars,
        @Nullable Integer lyricsMaxChars,
        @Nullable Integer imagesMax,
        @Nullable Integer sizeMin,
        @Nullable Integer sizeMax,
        @Nullable Integer sizeMultiple,
        @Nullable Integer subjectsMax,
        @Nullable ImageLimits image,
        @Nullable Integer referenceImagesMax,
        @Nullable Integer referenceVideosMax,
        @Nullable Integer referenceAudiosMax,
        @Nullable Integer referenceFilesMax,
        @Nullable Long videoMaxBytes,
        @Nullable Double videoFpsMin,
        @Nullable Integer videoFpsMax,
        @Nullable Long audioMaxBytes,
        @Nullable Integer audioMinSeconds,
        @Nullable Integer audioMaxSeconds,
        @Nullable Integer clipMinSeconds,
        @Nullable Integer clipMaxSeconds,
        @Nullable Integer clipsTotalMaxSeconds,
        @Nullable Long bodyMaxBytes) {}
