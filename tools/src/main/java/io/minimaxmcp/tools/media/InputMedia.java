package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.tools.media.probe.MediaFacts;
import java.nio.file.Path;

/** A media argument, resolved: MiniMax can be given it. */
public sealed interface InputMedia {
    /** What stands for it in a request body: a link, or a placeholder that {@link MediaBodies} fills in. */
    JsonNode forBody();

    /** A public link that MiniMax fetches by itself; nobody here has looked at what is behind it. */
    record Link(String url) implements InputMedia {
        @Override
        public JsonNode forBody() {
            return TextNode.valueOf(url);
        }
    }

    /** Bytes in the data folder, checked against their limits. */
    record Kept(String sha256, MediaFacts facts, long bytes, Path file) implements InputMedia {
        @Override
        public JsonNode forBody() {
            return MediaBodies.placeholder(sha256, facts.mimeType(), bytes);
        }
    }
}
