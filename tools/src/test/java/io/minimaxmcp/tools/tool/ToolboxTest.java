package io.minimaxmcp.tools.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ToolDefinition;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolboxTest {
    private final AtomicInteger made = new AtomicInteger();

    record Paint(String prompt, int n, @Nullable String ratio) {}

    @Test
    void listsToolsInTheOrderGivenAndMakesNoCapabilityForThat() {
        Toolbox toolbox = toolbox("b_tool", "a_tool");

        assertThat(toolbox.definitions()).extracting(ToolDefinition::name).containsExactly("b_tool", "a_tool");
        assertThat(toolbox.has("a_tool")).isTrue();
        assertThat(toolbox.has("c_tool")).isFalse();
        assertThat(made).hasValue(0);
    }

    @Test
    void makesACapabilityOnceAndBindsArgumentsAndDefaults() {
        Toolbox toolbox = toolbox(paint -> Stages.of(ToolResult.of(paint, "done")));

        call(toolbox, "{'prompt':'a fox'}");
        ToolResult second = call(toolbox, "{'prompt':'a fox','n':2,'ratio':null}");

        assertThat(second.structured()).isEqualTo(new Paint("a fox", 2, null));
        assertThat(call(toolbox, "{'prompt':'x'}").structured()).isEqualTo(new Paint("x", 1, null));
        assertThat(made).hasValue(1);
    }

    @Test
    void saysWhichArgumentIsWrongAndWhatToSendInstead() {
        Toolbox toolbox = toolbox(paint -> Stages.of(ToolResult.of(paint, "done")));

        Failure failure = failure(toolbox, "{'prompt':'a fox','n':12}");

        assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(failure.field()).isEqualTo("n");
        assertThat(failure.message()).contains("n is 12").contains("1 to 9");
        assertThat(failure.nextStep()).contains("{\"n\":9}");
        assertThat(failure.charged()).isEqualTo(Charged.NO);
        assertThat(made).hasValue(1);
    }

    @Test
    void passesOnWhatTheCallerCanUnderstand() {
        Failure broke = Failure.of(ErrorKind.BALANCE, "No money left.", "Top up.");
        Toolbox toolbox = toolbox(paint -> ToolException.failed(broke));

        assertThat(failure(toolbox, "{'prompt':'a fox'}")).isEqualTo(broke);
    }

    @Test
    void keepsTheDetailsOfABugToItselfAndDoesNotClaimThatItWasFree() {
        Toolbox toolbox = toolbox(paint -> {
            throw new IllegalStateException("secret");
        });

        Failure failure = failure(toolbox, "{'prompt':'a fox'}");

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.message() + failure.nextStep()).doesNotContain("secret");
        assertThat(failure.charged()).isEqualTo(Charged.UNKNOWN);
    }

    @Test
    void namesWhatToCorrectWhereNobodyCanSayHow() {
        Toolbox toolbox = toolbox(paint -> Stages.of(ToolResult.of(paint, "done")));

        assertThat(failure(toolbox, "{'prompt':['a fox','a hen']}").nextStep())
                .isEqualTo("Correct prompt, then call again.");
    }

    @Test
    void refusesTwoToolsOfOneName() {
        assertThatThrownBy(() -> toolbox("a_tool", "a_tool")).hasMessageContaining("a_tool");
    }

    private Toolbox toolbox(String... names) {
        return new Toolbox(
                List.of(names).stream()
                        .map(name -> tool(name, paint -> Stages.of(ToolResult.of(paint, "done"))))
                        .toList(),
                new InputBinder());
    }

    private Toolbox toolbox(Function<Paint, CompletionStage<ToolResult>> code) {
        return new Toolbox(List.of(tool("paint", code)), new InputBinder());
    }

    private Toolbox.Tool tool(String name, Function<Paint, CompletionStage<ToolResult>> code) {
        ObjectNode schema = json("""
                {"type":"object","required":["prompt"],"additionalProperties":false,"properties":{
                 "prompt":{"type":"string"},
                 "n":{"type":"integer","minimum":1,"maximum":9,"default":1},
                 "ratio":{"type":"string"}}}""");
        ToolDefinition definition = new ToolDefinition(name, name, name, schema, schema, json("{}"));
        return new Toolbox.Tool(definition, () -> {
            made.incrementAndGet();
            return new Painter(name, code);
        });
    }

    private static ToolResult call(Toolbox toolbox, String arguments) {
        return toolbox.call("paint", json(arguments.replace('\'', '"')), CallContext.local(Duration.ZERO))
                .toCompletableFuture()
                .join();
    }

    private static Failure failure(Toolbox toolbox, String arguments) {
        return toolbox.call("paint", json(arguments.replace('\'', '"')), CallContext.local(Duration.ZERO))
                .handle((result, thrown) -> ToolException.in(thrown))
                .toCompletableFuture()
                .join()
                .failure();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private record Painter(String tool, Function<Paint, CompletionStage<ToolResult>> code)
            implements Capability<Paint> {
        @Override
        public Class<Paint> input() {
            return Paint.class;
        }

        @Override
        public CompletionStage<ToolResult> call(Paint input, CallContext context) {
            return code.apply(input);
        }
    }
}
