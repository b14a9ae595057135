package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.server.config.Setting;
import io.minimaxmcp.server.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of the settings is what the code knows. On a failure, the expected table is in the message. */
class ReadmeTest {
    @Test
    void theSettingsTableIsThatOfTheCode() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("<!-- settings -->\n" + table() + "<!-- /settings -->");
    }

    private static String table() {
        return Settings.ALL.stream()
                .map(ReadmeTest::row)
                .collect(Collectors.joining(
                        "", "| environment | meaning | allowed | default |\n|---|---|---|---|\n", ""));
    }

    private static String row(Setting setting) {
        String names = Stream.concat(Stream.of(setting.name()), setting.aliases().stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", also "));
        return "| %s | %s | %s | %s |%n".formatted(names, setting.meaning(), setting.allowed(), setting.byDefault());
    }
}
