package io.minimaxmcp.tools.capability.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that MiniMax keeps.
 *
 * @param fileId a number too long for some clients, so a text
 * @param url a link to what MiniMax made, which expires; null for what was uploaded
 */
public record StoredFile(
        String fileId,
        String filename,
        String purpose,
        @Nullable Long bytes,
        @Nullable Instant createdAt,
        @Nullable String url) {

    static StoredFile of(JsonNode file) {
        return new StoredFile(
                file.path("file_id").asText(),
                file.path("filename").asText(""),
                file.path("purpose").asText(""),
                file.hasNonNull("bytes") ? file.path("bytes").asLong() : null,
                file.hasNonNull("created_at")
                        ? Instant.ofEpochSecond(file.path("created_at").asLong())
                        : null,
                file.path("download_url").asText(null));
    }
}
