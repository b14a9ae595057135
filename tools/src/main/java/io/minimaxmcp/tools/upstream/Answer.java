package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What MiniMax answered to a request that it took: {@code base_resp} was 0, or the status was 2xx where there is none. */
public record Answer(JsonNode body, @Nullable String traceId) {}
