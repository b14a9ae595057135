package io.minimaxmcp.schemas;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a call's arguments, said for a language model.
 *
 * @param field where: {@code subject_reference[0].image_file}
 * @param keyword the JSON Schema keyword that says no
 * @param value what was given, in at most 60 characters; null when the field is missing, or unknown (it may be a secret)
 * @param message what is wrong and what is allowed, in one or two short sentences
 * @param suggestion what to do instead, as an instruction; null when only the caller can know
 * @param correction the change that follows the suggestion; null where there is no obvious one
 */
public record Violation(
        String field,
        String keyword,
        @Nullable String value,
        String message,
        @Nullable String suggestion,
        @Nullable Correction correction) {}
