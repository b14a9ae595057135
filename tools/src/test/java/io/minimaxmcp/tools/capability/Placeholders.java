package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in what a recorded conversation cannot know: hosts, ids, and media too long to be written down. */
final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z0-9]+)(?::([^}]+))?}");

    private final URI host;
    private final Specimens specimens;
    private final Path files;
    private final ArrayNode before;

    /**
     * @param before results of the earlier calls; may grow
     */
    Placeholders(URI host, Specimens specimens, Path files, ArrayNode before) {
        this.host = host;
        this.specimens = specimens;
        this.files = files;
        this.before = before;
    }

    /** A copy with every place filled. */
    JsonNode in(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = object.objectNode();
            object.properties().forEach(member -> filled.set(member.getKey(), in(member.getValue())));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = array.arrayNode();
            array.forEach(item -> filled.add(in(item)));
            return filled;
        }
        return node.isTextual() ? TextNode.valueOf(in(node.textValue())) : node;
    }

    String in(String text) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String name = places.group(2) == null ? "" : places.group(2);
            places.appendReplacement(filled, Matcher.quoteReplacement(value(places.group(1), name)));
        }
        return places.appendTail(filled).toString();
    }

    private String value(String kind, String name) {
        return switch (kind) {
            case "host" -> host.toString();
            case "base64" -> Base64.getEncoder().encodeToString(specimens.get(name));
            case "hex" -> HexFormat.of().formatHex(specimens.get(name));
            case "data" -> specimens.dataUri(name);
            case "file" -> file(name).toString();
            case "repeat" -> "x".repeat(Integer.parseInt(name));
            case "before" -> before.at(name).asText();
            default -> throw new IllegalArgumentException("unknown place " + kind);
        };
    }

    private Path file(String name) {
        try {
            Files.createDirectories(files);
            String[] type = Specimens.mimeType(name).split("/", -1);
            return Files.write(files.resolve(name + "." + type[1]), specimens.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
