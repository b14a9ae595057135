package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.tools.capability.account.EstimateCost;
import io.minimaxmcp.tools.capability.account.ListModels;
import io.minimaxmcp.tools.capability.account.StatusReport;
import io.minimaxmcp.tools.capability.files.DeleteFile;
import io.minimaxmcp.tools.capability.files.ListFiles;
import io.minimaxmcp.tools.capability.files.StoredFile;
import io.minimaxmcp.tools.capability.voice.DeleteVoice;
import io.minimaxmcp.tools.capability.voice.ListVoices;
import io.minimaxmcp.tools.job.JobPage;
import io.minimaxmcp.tools.job.JobView;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.Capability;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool's document and the records behind it say the same. */
class RecordsFitDocumentsTest {
    /** What answers beside jobs are made of. */
    private static final Map<String, Class<? extends Record>> ANSWERS = Map.of(
            "list_voices", ListVoices.Found.class,
            "delete_voice", DeleteVoice.Deleted.class,
            "list_jobs", JobPage.class,
            "estimate_cost", EstimateCost.Told.class,
            "list_models", ListModels.Listed.class,
            "status", StatusReport.class,
            "list_files", ListFiles.Found.class,
            "get_file", StoredFile.class,
            "delete_file", DeleteFile.Deleted.class);

    /** Java types that each JSON type may bind to. */
    private static final Map<String, Set<Class<?>>> SCALARS = Map.of(
            "string", Set.of(String.class, java.time.Instant.class),
            "integer", Set.of(int.class, Integer.class, long.class, Long.class),
            "number", Set.of(java.math.BigDecimal.class, Double.class, io.minimaxmcp.schemas.Usd.class),
            "boolean", Set.of(boolean.class, Boolean.class));

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder, URI.create("http://127.0.0.1:1"), Workbench.Setup.USUAL);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyDocumentIsAToolAndEveryToolADocument() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../schemas/tools"))) {
            List<String> documents = files.map(
                            file -> file.getFileName().toString().replace(".json", ""))
                    .toList();

            assertThat(documents)
                    .containsExactlyInAnyOrderElementsOf(
                            Capabilities.ALL.stream().map(Entry::tool).toList());
        }
    }

    @Test
    void everyCapabilityBearsItsNameAndIsPaidWhereItTakesARequestId() {
        for (Entry entry : Capabilities.ALL) {
            Capability<?> capability = entry.make().apply(bench.kit());

            assertThat(capability.tool()).isEqualTo(entry.tool());
            assertThat(document(entry)
                            .inputSchema()
                            .at("/properties/request_id")
                            .isObject())
                    .as(entry.tool())
                    .isEqualTo(entry.paid());
        }
    }

    @Test
    void everyInputRecordTakesExactlyWhatItsDocumentOffers() {
        List<String> differences = new ArrayList<>();
        for (Entry entry : Capabilities.ALL) {
            Class<?> input = entry.make().apply(bench.kit()).input();
            differences.addAll(input(entry.tool(), input, document(entry).inputSchema()));
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void everyAnswerRecordHasWhatItsDocumentPromises() {
        List<String> differences = new ArrayList<>();
        for (Entry entry : Capabilities.ALL) {
            Class<?> answer = ANSWERS.getOrDefault(entry.tool(), JobView.class);
            differences.addAll(output(entry.tool(), answer, document(entry).outputSchema()));
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void getJobTellsOfAllThatAJobCanHave() {
        Set<String> told = names(bench.toolbox().definitions().stream()
                .filter(tool -> tool.name().equals("get_job"))
                .findFirst()
                .orElseThrow()
                .outputSchema());

        Set<String> components = components(JobView.class).keySet();

        // Only a dry run, which makes no job, has a request.
        assertThat(told).isEqualTo(without(components, "request"));
    }

    private ToolDefinition document(Entry entry) {
        return bench.toolbox().definitions().stream()
                .filter(tool -> tool.name().equals(entry.tool()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> input(String where, Class<?> type, JsonNode schema) {
        List<String> differences = new ArrayList<>();
        Map<String, RecordComponent> components = components(type);
        if (!components.keySet().equals(names(schema))) {
            differences.add(where + ": record has " + components.keySet() + ", document " + names(schema));
            return differences;
        }
        Set<String> required = required(schema);
        components.forEach((name, component) -> {
            JsonNode property = schema.path("properties").path(name);
            boolean always = required.contains(name) || property.has("default");
            if (always == isNullable(component.getAnnotatedType())) {
                differences.add(where + "." + name + (always ? " always has a value" : " may be left out"));
            }
            differences.addAll(types(where + "." + name, component.getAnnotatedType(), property, true));
        });
        return differences;
    }

    /** Documents may leave things out, for they are read by models; what they promise must be there. */
    private static List<String> output(String where, Class<?> type, JsonNode schema) {
        List<String> differences = new ArrayList<>();
        Map<String, RecordComponent> components = components(type);
        for (String name : names(schema)) {
            RecordComponent component = components.get(name);
            if (component == null) {
                differences.add(where + ": no record component for " + name);
                continue;
            }
            // A dry run is a job's view without a job; its document is the generating tool's, which does not require
            // the id.
            boolean onlyOfJobs = type == JobView.class && name.equals("job_id");
            if (required(schema).contains(name) && isNullable(component.getAnnotatedType()) && !onlyOfJobs) {
                differences.add(where + "." + name + " is promised but may be missing");
            }
            differences.addAll(types(
                    where + "." + name,
                    component.getAnnotatedType(),
                    schema.path("properties").path(name),
                    false));
        }
        return differences;
    }

    private static List<String> types(String where, AnnotatedType type, JsonNode schema, boolean isInput) {
        String json = schema.path("type").asText();
        Class<?> java = raw(type);
        if (json.equals("array")) {
            AnnotatedType item =
                    type instanceof AnnotatedParameterizedType list ? list.getAnnotatedActualTypeArguments()[0] : type;
            return java == List.class
                    ? schema.has("items") ? types(where + "[]", item, schema.path("items"), isInput) : List.of()
                    : List.of(where + " is an array, not " + java.getSimpleName());
        }
        if (json.equals("object")) {
            boolean open = !schema.has("properties") && (java == ObjectNode.class || java.isRecord());
            if (open) {
                return List.of();
            }
            return isInput ? input(where, java, schema) : output(where, java, schema);
        }
        boolean fits = SCALARS.getOrDefault(json, Set.of()).contains(java);
        return fits ? List.of() : List.of(where + " is " + json + ", not " + java.getSimpleName());
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof Class<?> plain
                ? plain
                : (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        assertThat(type.isRecord()).as(type.getName()).isTrue();
        return Stream.of(type.getRecordComponents()).collect(Collectors.toMap(name -> wireName(type, name), it -> it));
    }

    private static String wireName(Class<?> type, RecordComponent component) {
        return type == Estimate.class && component.getName().equals("amount")
                ? "estimated_usd"
                : PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Set<String> without(Set<String> names, String one) {
        Set<String> rest = new TreeSet<>(names);
        rest.remove(one);
        return rest;
    }
}
