package io.minimaxmcp.server.mcp;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A family of resources that differ in one id at the end of their URI.
 *
 * @param stem what all their URIs begin with ({@code minimax://jobs/})
 * @param variable what the id is called ({@code job_id})
 * @param mimeType null where they differ
 */
public record ResourceTemplate(
        @JsonIgnore String stem,
        @JsonIgnore String variable,
        String name,
        String title,
        String description,
        @JsonProperty("mimeType") @Nullable String mimeType) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.~-]{1,200}");

    @JsonProperty("uriTemplate")
    public String uriTemplate() {
        return stem + "{" + variable + "}";
    }

    public String uri(String id) {
        return stem + id;
    }

    /** The id in a URI of this family; empty for any other URI. */
    public Optional<String> idIn(String uri) {
        return Optional.of(uri)
                .filter(it -> it.startsWith(stem))
                .map(it -> it.substring(stem.length()))
                .filter(it -> ID.matcher(it).matches());
    }
}
