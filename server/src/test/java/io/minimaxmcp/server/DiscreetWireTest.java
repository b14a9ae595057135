package io.minimaxmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreetWireTest {
    private final DiscreetWire.Folders folders =
            DiscreetWire.Folders.of(Stream.of(Path.of("/output"), Path.of("/home/anna"), Path.of("/")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The output folder /output/tenant-1 cannot be written to. | The output folder of the server cannot be written to.",
                "/home/anna/.local/x.db: Disk quota exceeded | of the server: Disk quota exceeded",
                "see \"/output\". | see \"of the server\".",
            })
    void saysNothingOfItsFolders(String said, String told) {
        assertThat(folders.without(message(said)).at("/result/content/0/text").asText())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example/output/a.png?x=/output/b",
                "/outputs and /home/annabel are other folders",
                "a lighthouse",
            })
    void leavesEverythingElseAsItIs(String said) {
        ObjectNode message = message(said);

        assertThat(folders.without(message).at("/result/content/0/text").asText())
                .isEqualTo(said);
    }

    private static ObjectNode message(String text) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", 1);
        message.putObject("result").putArray("content").addObject().put("text", text);
        return message;
    }
}
