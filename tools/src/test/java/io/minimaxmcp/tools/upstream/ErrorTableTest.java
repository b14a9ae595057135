package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
    private static final String START = "<!-- table -->\n";

    /** A new one is left in {@code target/ERRORS.md}, to be copied over the old. */
    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String document = Files.readString(Path.of("ERRORS.md"));
        String current = document.substring(0, document.indexOf(START)) + START + ErrorTable.markdown();

        Files.writeString(Path.of("target", "ERRORS.md"), current);

        assertThat(document).isEqualTo(current);
    }

    @Test
    void everyCodeHasALineOfItsOwn() {
        String table = ErrorTable.markdown();

        assertThat(UpstreamCodes.documented().rows())
                .allSatisfy(row -> assertThat(table).containsOnlyOnce("| " + row.name() + " | "));
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(9));
    }
}
