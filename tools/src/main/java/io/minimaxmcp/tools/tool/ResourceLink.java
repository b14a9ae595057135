package io.minimaxmcp.tools.tool;

import org.jspecify.annotations.Nullable;

/** A pointer from a result to something that can be read later. */
public record ResourceLink(
        String uri,
        String name,
        @Nullable String title,
        @Nullable String mimeType,
        @Nullable Long bytes) {}
