package io.minimaxmcp.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.SchemaCatalog;
import io.minimaxmcp.schemas.ToolDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static ToolDefinition tool(String name) {
        return SchemaCatalog.load(List.of(name)).tool(name);
    }

    @Test
    void valuesTakeTheTypesOfTheToolsSchema() throws Exception {
        var arguments = new Arguments(tool("generate_image"))
                .pairs(List.of("prompt=42", "n=2", "prompt-optimizer=true"))
                .get();

        assertThat(arguments)
                .isEqualTo(Json.MAPPER.readTree("{'prompt':'42','n':2,'prompt_optimizer':true}".replace('\'', '"')));
    }

    @Test
    void dotsGoIntoObjects() throws Exception {
        var arguments = new Arguments(tool("generate_music"))
                .pairs(List.of("audio_setting.format=wav", "audio_setting.sample_rate=44100"))
                .get();

        assertThat(arguments.path("audio_setting").path("format").asText()).isEqualTo("wav");
        assertThat(arguments.path("audio_setting").path("sample_rate").isInt()).isTrue();
    }

    @Test
    void pairsWinOverJson() throws Exception {
        var arguments = new Arguments(tool("generate_image"))
                .json("{\"prompt\":\"a\",\"n\":1}")
                .pairs(List.of("n=3"))
                .get();

        assertThat(arguments.path("n").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsNoPairAndNoJsonIsRefusedInWords() {
        assertThatThrownBy(() -> new Arguments(tool("generate_image")).pairs(List.of("prompt")))
                .hasMessageContaining("name=value");
        assertThatThrownBy(() -> new Arguments(tool("generate_image")).json("{"))
                .hasMessageContaining("--json is not JSON");
        assertThatThrownBy(() -> new Arguments(tool("generate_image")).json("[]"))
                .hasMessageContaining("must be an object");
    }
}
