package io.minimaxmcp.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fixture's tools or prompts as they lie in a file: under {@code document} what lists show, beside it what to answer. */
public final class FixtureDocuments {
    private final JsonNode entries;

    private FixtureDocuments(JsonNode entries) {
        this.entries = entries;
    }

    public static FixtureDocuments tools() {
        return new FixtureDocuments(read("tools.json"));
    }

    public static FixtureDocuments prompts() {
        return new FixtureDocuments(read("prompts.json"));
    }

    /** With those that only the stateless revision has a use for. */
    public static FixtureDocuments statelessTools() {
        return new FixtureDocuments(read("tools.json").addAll(read("stateless.json")));
    }

    public static FixtureDocuments statelessPrompts() {
        return new FixtureDocuments(read("prompts.json").addAll(read("stateless-prompts.json")));
    }

    private static ArrayNode read(String file) {
        try (InputStream in = FixtureDocuments.class.getResourceAsStream("/conformance/" + file)) {
            return (ArrayNode) Json.MAPPER.readTree(Objects.requireNonNull(in, file));
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** All of them under this member, as lists answer. */
    public ObjectNode list(String member) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> answer.withArray(member).add(entry.path("document")));
        return answer;
    }

    public Optional<JsonNode> named(String name) {
        for (JsonNode entry : entries) {
            if (entry.at("/document/name").asText().equals(name)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** What {@code prompts/get} answers: the messages with their arguments filled in. */
    public Optional<ObjectNode> prompt(String name, JsonNode arguments) {
        return named(name).map(entry -> {
            String messages = entry.path("messages").toString();
            for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
                messages = messages.replace(
                        "{" + argument.getKey() + "}", argument.getValue().asText());
            }
            return JsonNodeFactory.instance.objectNode().set("messages", parsed(messages));
        });
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}
