package io.minimaxmcp.server.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String INNER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OUTER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final ObjectNode params = JsonNodeFactory.instance.objectNode();

    @Test
    void takesWhatTheHeaderSaysUnlessTheRequestSaysItself() {
        TraceParent.fill(params, Optional.of(OUTER));
        Optional<String> fromHeader = TraceParent.in(params);
        params.putObject("_meta").put(TraceParent.NAME, INNER);

        TraceParent.fill(params, Optional.of(OUTER));

        assertThat(fromHeader).hasValue(OUTER);
        assertThat(TraceParent.in(params)).hasValue(INNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nX-Evil: 1",
            })
    void passesOverWhatHasAnotherForm(String text) {
        TraceParent.fill(params, Optional.of(text));

        assertThat(TraceParent.in(params)).isEmpty();
        assertThat(params).isEmpty();
    }
}
