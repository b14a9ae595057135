package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.schemas.Price;
import io.minimaxmcp.server.config.Setting;
import io.minimaxmcp.server.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the README says of settings and models is what the code knows. On a failure, the expected table is in the message. */
class ReadmeTest {
    @Test
    void theSettingsTableIsThatOfTheCode() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("<!-- settings -->\n" + table() + "<!-- /settings -->");
    }

    @Test
    void theModelsTableIsThatOfTheCatalogue() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("<!-- models -->\n" + models() + "<!-- /models -->");
    }

    private static String models() {
        return ModelCatalog.load().models().stream()
                .filter(Model::offered)
                .map(ReadmeTest::row)
                .collect(Collectors.joining("", "| model | makes | status | list price |\n|---|---|---|---|\n", ""));
    }

    private static String row(Model model) {
        String modes = model.modes().stream()
                .map(mode -> mode.mode().replace('_', ' '))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s: %s | %s | %s |%n"
                .formatted(model.id(), model.capability(), modes, model.status(), price(model.price()));
    }

    private static String price(@Nullable Price price) {
        if (price == null) {
            return "not published";
        }
        String unit = Json.MAPPER.convertValue(price.unit(), String.class).replace('_', ' ');
        return price.amounts().stream()
                        .map(amount -> Stream.of(amount.usd(), amount.resolution(), seconds(amount.duration()))
                                .filter(Objects::nonNull)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(", "))
                + " per " + unit;
    }

    private static @Nullable String seconds(@Nullable Integer duration) {
        return duration == null ? null : duration + " s";
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
