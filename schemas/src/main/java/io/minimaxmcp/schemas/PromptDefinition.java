package io.minimaxmcp.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prompt: what a person may begin a piece of work with.
 *
 * @param document as {@code prompts/list} shows it
 * @param tools without which it makes no sense
 * @param completions where values for an argument come from: {@code tool.argument} for an enum, or another name
 * @param text its lines; one that names an argument that is not given is left out
 */
public record PromptDefinition(
        String name, ObjectNode document, List<String> tools, Map<String, String> completions, List<String> text) {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z_]+)}");

    public PromptDefinition {
        tools = List.copyOf(tools);
        completions = Map.copyOf(completions);
        text = List.copyOf(text);
    }

    /** Reads {@code schemas/prompts/<name>.json}. */
    public static PromptDefinition load(String name) {
        ObjectNode file = Documents.parse("prompts/" + name + ".json");
        Map<String, String> completions = new LinkedHashMap<>();
        file.path("completions")
                .properties()
                .forEach(entry ->
                        completions.put(entry.getKey(), entry.getValue().asText()));
        if (!file.at("/document/name").asText().equals(name)
                || !file.path("text").isArray()) {
            throw new IllegalStateException("schemas/prompts/" + name + ".json is not the prompt of that name");
        }
        return new PromptDefinition(
                name,
                (ObjectNode) file.get("document"),
                texts(file.path("tools")),
                completions,
                texts(file.path("text")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Names of its arguments, in order. */
    public List<String> arguments() {
        return texts(document.path("arguments"), "name");
    }

    private static List<String> texts(JsonNode array, String member) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.path(member).asText()));
        return texts;
    }

    public boolean requires(String argument) {
        for (JsonNode entry : document.path("arguments")) {
            if (entry.path("name").asText().equals(argument)) {
                return entry.path("required").asBoolean();
            }
        }
        return false;
    }

    /** The text with these values in their places. What stands in a value is not looked at. */
    public String filled(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (String line : text) {
            Matcher names = ARGUMENT.matcher(line);
            if (names.results().allMatch(name -> values.containsKey(name.group(1)))) {
                filled.append(names.reset().replaceAll(name -> Matcher.quoteReplacement(values.get(name.group(1)))))
                        .append('\n');
            }
        }
        return filled.toString().strip();
    }
}
