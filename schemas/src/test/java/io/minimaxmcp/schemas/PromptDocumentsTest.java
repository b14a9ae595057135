package io.minimaxmcp.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every prompt document. */
class PromptDocumentsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z_]+)}");

    static Stream<String> prompts() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("prompts"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void usesEveryArgumentThatItDeclaresAndNoOther(String name) {
        PromptDefinition prompt = PromptDefinition.load(name);

        List<String> used = ARGUMENT.matcher(String.join("\n", prompt.text()))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(used).containsExactlyInAnyOrderElementsOf(prompt.arguments());
        assertThat(prompt.arguments()).containsAll(prompt.completions().keySet());
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void sendsNobodyToAToolOrAListOfValuesThatIsNotThere(String name) {
        PromptDefinition prompt = PromptDefinition.load(name);
        SchemaCatalog tools = SchemaCatalog.load(prompt.tools());

        for (String source : prompt.completions().values()) {
            if (source.contains(".")) {
                String[] parts = source.split("\\.", 2);
                JsonNode values = tools.tool(parts[0]).inputSchema().at("/properties/" + parts[1] + "/enum");
                assertThat(values).as(source).isNotEmpty();
            }
        }
    }

    @Test
    void leavesOutLinesWhoseArgumentIsNotGivenAndNeverLooksIntoAValue() {
        PromptDefinition prompt = PromptDefinition.load("song_from_theme");

        String filled = prompt.filled(Map.of("theme", "the {style} sea \\1 $2"));

        assertThat(filled).contains("the {style} sea \\1 $2").doesNotContain("Style:");
    }
}
