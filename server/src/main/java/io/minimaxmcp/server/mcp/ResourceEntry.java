package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** One line of {@code resources/list}. */
public record ResourceEntry(
        String uri,
        String name,
        String title,
        @Nullable String description,
        @JsonProperty("mimeType") String mimeType,
        @Nullable Long size) {}
