package io.minimaxmcp.tools.capability.voice;

import org.jspecify.annotations.Nullable;

/**
 * A voice that speech can be made with.
 *
 * @param voice its id, exactly as MiniMax wants it; ids hold spaces and parentheses
 * @param type {@code system}, {@code cloned} or {@code designed}
 */
public record Voice(
        String voice,
        String name,
        String type,
        @Nullable String language,
        @Nullable String description) {}
