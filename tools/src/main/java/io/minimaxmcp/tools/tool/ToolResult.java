package io.minimaxmcp.tools.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a successful call answers, in no protocol's form.
 *
 * @param structured the record that becomes {@code structuredContent}
 * @param text one short text for models that read no structure; never hex or base64
 */
public record ToolResult(
        Object structured,
        String text,
        List<ResourceLink> links,
        @Nullable Preview preview) {
    public ToolResult {
        links = List.copyOf(links);
    }

    public static ToolResult of(Object structured, String text) {
        return new ToolResult(structured, text, List.of(), null);
    }
}
