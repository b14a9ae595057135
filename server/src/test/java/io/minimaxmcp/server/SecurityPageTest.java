package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of attacks names tests that exist. */
class SecurityPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(test -> assertThat(source(test.group(1)))
                        .as(test.group())
                        .hasValueSatisfying(source -> assertThat(source).contains("void " + test.group(2) + "(")));
    }

    @Test
    void noAttackIsWithoutATest() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("SECURITY.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack"))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row).containsPattern(NAMED));
    }

    private static Optional<String> source(String test) throws IOException {
        for (String module : List.of("server", "tools", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                Optional<Path> found =
                        files.filter(file -> file.endsWith(test + ".java")).findFirst();
                if (found.isPresent()) {
                    return Optional.of(Files.readString(found.get()));
                }
            }
        }
        return Optional.empty();
    }
}
