package io.minimaxmcp.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolDocumentsTest {

    /** A client pays for these bytes with every conversation: 18 kB for all that is offered without asking. */
    private static final int LIST_BYTES_MAX = 18_000;

    /** Clients offer only so many tools of all servers together. */
    private static final int LIST_LENGTH_MAX = 14;

    private static final List<String> NEVER_PUBLISHED = List.of("$ref", "$id", "$schema", "$defs", "definitions");
    private static final List<String> COMBINATORS = List.of("anyOf", "oneOf", "allOf", "not", "if");

    private final List<ToolDefinition> tools = SchemaCatalog.load(Tools.NAMES).tools();

    @Test
    void everyToolHasOneDocumentAndEveryDocumentIsATool() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("tools"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Tools.NAMES.stream().map(name -> name + ".json").toList());
        }
    }

    @Test
    void theWholeListStaysSmall() {
        int bytes = listed(SchemaCatalog.load(Tools.USUAL).tools()).getBytes(UTF_8).length;

        System.out.println("tools/list: " + bytes + " bytes of " + LIST_BYTES_MAX);
        assertThat(bytes).isLessThanOrEqualTo(LIST_BYTES_MAX);
        assertThat(Tools.USUAL).hasSizeLessThanOrEqualTo(LIST_LENGTH_MAX);
    }

    @Test
    void theSameBytesComeOutOfEveryLoad() {
        assertThat(listed(SchemaCatalog.load(Tools.NAMES).tools())).isEqualTo(listed(tools));
    }

    @Test
    void descriptionsAreShortAndSayWhatACallCosts() {
        for (ToolDefinition tool : tools) {
            assertThat(tool.description().getBytes(UTF_8)).as(tool.name()).hasSizeBetween(20, 1000);
            assertThat(tool.description().toLowerCase(Locale.ROOT))
                    .as(tool.name())
                    .containsAnyOf(
                            Tools.PAID.contains(tool.name()) ? new String[] {"cost"} : new String[] {"free", "paid"});
        }
    }

    @Test
    void publishedSchemasHoldNothingThatClientsStumbleOver() {
        for (ToolDefinition tool : tools) {
            for (JsonNode schema : List.of(tool.inputSchema(), tool.outputSchema())) {
                assertThat(schema.path("type").asText()).as(tool.name()).isEqualTo("object");
                for (ObjectNode object : objectsIn(schema)) {
                    assertThat(names(object)).as(tool.name()).doesNotContainAnyElementsOf(NEVER_PUBLISHED);
                    assertThat(names(object)).as(tool.name()).doesNotContainAnyElementsOf(COMBINATORS);
                    assertThat(object.path("type").isArray()).as(tool.name()).isFalse();
                }
            }
        }
    }

    @Test
    void inputsAreClosedAndOutputsOpen() {
        for (ToolDefinition tool : tools) {
            for (ObjectNode object : objectsIn(tool.inputSchema())) {
                if (object.path("type").asText().equals("object")) {
                    boolean free = tool.name().equals("estimate_cost") && !object.has("properties");
                    assertThat(object.path("additionalProperties").isBoolean())
                            .as(tool.name())
                            .isTrue();
                    assertThat(object.path("additionalProperties").booleanValue())
                            .as(tool.name())
                            .isEqualTo(free);
                }
            }
            assertThat(objectsIn(tool.outputSchema()))
                    .as(tool.name())
                    .noneMatch(object -> object.has("additionalProperties"));
        }
    }

    @Test
    void everyPropertyIsSnakeCaseAndHasAType() {
        for (ToolDefinition tool : tools) {
            for (JsonNode schema : List.of(tool.inputSchema(), tool.outputSchema())) {
                for (Entry<String, JsonNode> property : propertiesIn(schema)) {
                    assertThat(property.getKey()).as(tool.name()).matches("[a-z][a-z0-9_]*");
                    assertThat(property.getValue().path("type").asText())
                            .as(tool.name() + "." + property.getKey())
                            .isIn("string", "integer", "number", "boolean", "array", "object");
                }
            }
        }
    }

    @Test
    void requiredPropertiesExistAndHaveNoDefault() {
        for (ToolDefinition tool : tools) {
            for (ObjectNode object : objectsIn(tool.inputSchema())) {
                for (JsonNode name : object.path("required")) {
                    JsonNode property = object.path("properties").path(name.asText());
                    assertThat(property.isObject()).as(tool.name() + "." + name).isTrue();
                    assertThat(property.has("default"))
                            .as(tool.name() + "." + name)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void paidToolsCanBeRetriedTriedAndConfirmed() {
        for (ToolDefinition tool : tools) {
            boolean paid = Tools.PAID.contains(tool.name());
            for (String argument : List.of("request_id", "dry_run", "confirm")) {
                assertThat(tool.inputSchema().path("properties").has(argument))
                        .as(tool.name() + "." + argument)
                        .isEqualTo(paid);
            }
        }
    }

    @Test
    void everyPaidToolCanBeEstimated() {
        JsonNode input = SchemaCatalog.load(Tools.NAMES).tool("estimate_cost").inputSchema();

        assertThat(input.at("/properties/tool/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Tools.PAID);
    }

    @Test
    void everyFragmentIsUsedAndNoMemberStandsTwice() throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        StringBuilder documents = new StringBuilder();
        for (String name : Tools.NAMES) {
            String document = Files.readString(Path.of("tools", name + ".json"));
            assertThat(strict.readTree(document).isObject()).as(name).isTrue();
            documents.append(document);
        }
        try (Stream<Path> fragments = Files.list(Path.of("shared"))) {
            assertThat(fragments)
                    .allSatisfy(
                            file -> assertThat(documents.toString()).contains("\"shared/" + file.getFileName() + "\""));
        }
    }

    @Test
    void hintsTellWhatAToolChanges() {
        List<String> changing = new ArrayList<>(Tools.PAID);
        changing.addAll(List.of("delete_voice", "delete_file", "cancel_job"));
        for (ToolDefinition tool : tools) {
            JsonNode hints = tool.annotations();
            assertThat(tool.readOnly()).as(tool.name()).isEqualTo(!changing.contains(tool.name()));
            if (!tool.readOnly()) {
                assertThat(hints.path("destructiveHint").booleanValue())
                        .as(tool.name())
                        .isEqualTo(tool.name().startsWith("delete_"));
            }
        }
    }

    @Test
    void aMissingDocumentIsNamed() {
        assertThatThrownBy(() -> SchemaCatalog.load(List.of("generate_hologram")))
                .hasMessage("Document missing: schemas/tools/generate_hologram.json");
    }

    private static String listed(List<ToolDefinition> tools) {
        var list = Json.MAPPER.createObjectNode();
        tools.forEach(tool -> list.withArray("tools").add(tool.document()));
        return list.toString();
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<ObjectNode> objectsIn(JsonNode schema) {
        List<ObjectNode> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node instanceof ObjectNode object && !object.isEmpty()) {
                found.add(object);
            }
            node.forEach(open::push);
        }
        return found;
    }

    private static List<Entry<String, JsonNode>> propertiesIn(JsonNode schema) {
        return objectsIn(schema).stream()
                .flatMap(object -> object.path("properties").properties().stream())
                .toList();
    }
}
