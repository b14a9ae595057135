package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Upload;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Request bodies with media in them. In the ledger, in dry runs and in logs a medium is a placeholder
 * {@code {"$media": "<sha256>", "mime_type": …, "bytes": …}}; its bytes come in when the request is written to the wire.
 */
public final class MediaBodies {
    private static final String SHA256 = "$media";
    private static final String MIME_TYPE = "mime_type";
    private static final String BYTES = "bytes";
    private static final String BARE = "bare";

    private final InputStore inputs;
    private final FileWork work;

    public MediaBodies(InputStore inputs, FileWork work) {
        this.inputs = inputs;
        this.work = work;
    }

    static ObjectNode placeholder(String sha256, String mimeType, long bytes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(SHA256, sha256)
                .put(MIME_TYPE, mimeType)
                .put(BYTES, bytes);
    }

    /** The same medium where MiniMax wants base64 without the head of a {@code data:} URI. */
    public static JsonNode bare(JsonNode placeholder) {
        return ((ObjectNode) placeholder.deepCopy()).put(BARE, true);
    }

    /**
     * A copy with {@code data:} URIs for placeholders. Their bytes are read while the copy is written as JSON, and only then: write it
     * where reading a file may block. Fails with kind {@code NOT_FOUND} when a medium is no longer there.
     */
    public CompletionStage<ObjectNode> fill(ObjectNode body) {
        return work.run(() -> (ObjectNode) copy(body, this::dataUri));
    }

    /**
     * A medium of a stored body as a file to upload. Fails with kind {@code NOT_FOUND} when it is no longer there.
     *
     * @param name without extension; what MiniMax's list of files shows
     */
    public CompletionStage<Upload> upload(JsonNode placeholder, String purpose, String name) {
        return work.run(() -> {
            String mimeType = placeholder.path(MIME_TYPE).asText();
            String extension = MediaTypes.extension(mimeType, "");
            return Upload.of(purpose, name + "." + extension, mimeType, file(placeholder));
        });
    }

    private Path file(JsonNode placeholder) {
        String sha256 = placeholder.path(SHA256).asText();
        return inputs.find(sha256).orElseThrow(() -> gone(sha256));
    }

    /** A copy for people: {@code data:image/png;base64,… (1.2 MB, sha256 ab12cd34…)} for every medium in it. */
    public static ObjectNode shorten(ObjectNode body) {
        return (ObjectNode) copy(body, MediaBodies::summary);
    }

    private JsonNode dataUri(JsonNode leaf) {
        if (!isPlaceholder(leaf)) {
            return leaf;
        }
        Path file = file(leaf);
        return new POJONode(
                leaf.path(BARE).asBoolean()
                        ? FileDataUri.bare(file)
                        : FileDataUri.of(leaf.path(MIME_TYPE).asText(), file));
    }

    private static JsonNode summary(JsonNode leaf) {
        if (isPlaceholder(leaf)) {
            return TextNode.valueOf("data:" + leaf.path(MIME_TYPE).asText() + ";base64,… ("
                    + Sizes.of(leaf.path(BYTES).asLong()) + ", sha256 "
                    + firstDigits(leaf.path(SHA256).asText()) + "…)");
        }
        String text = leaf.isTextual() ? leaf.textValue() : "";
        int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
        return comma < 0
                ? leaf
                : TextNode.valueOf(text.substring(0, comma + 1) + "… ("
                        + Sizes.of(Base64Decoder.decodedSize(text.length() - comma - 1)) + ")");
    }

    private static JsonNode copy(JsonNode node, Function<JsonNode, JsonNode> leaf) {
        if (node instanceof ObjectNode object && !isPlaceholder(object)) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), copy(field.getValue(), leaf)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> copy.add(copy(item, leaf)));
            return copy;
        }
        return leaf.apply(node);
    }

    private static boolean isPlaceholder(JsonNode node) {
        return node.path(SHA256).isTextual();
    }

    private static ToolException gone(String sha256) {
        return new ToolException(Failure.of(
                ErrorKind.NOT_FOUND,
                "An input of this job (sha256 " + firstDigits(sha256) + "…) is no longer in the data folder.",
                "Call the tool again with the media; nothing was sent."));
    }

    private static String firstDigits(String sha256) {
        return sha256.substring(0, Math.min(8, sha256.length()));
    }
}
