package io.minimaxmcp.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.PromptDefinition;
import io.minimaxmcp.server.FakeTasks;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.server.Stateless;
import io.minimaxmcp.server.StdioPeer;
import io.minimaxmcp.server.transport.stdio.StdioLimits;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Prompts and their completions, the same in both eras. */
class PromptsTest {
    private final StdioPeer peer =
            new StdioPeer(new FakeTools().toolbox(), new Resources(List.of()), new FakeTasks(), StdioLimits.DEFAULT);

    @AfterEach
    void end() {
        peer.close();
    }

    private JsonNode ask(Era era, String method, String members) {
        if (era == Era.SESSION) {
            peer.initialize();
            peer.send("{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':{" + members + "}}");
        } else {
            peer.send(Stateless.request(1, method, members));
        }
        return peer.next();
    }

    @ParameterizedTest
    @EnumSource
    void listsThem(Era era) {
        JsonNode listed = ask(era, "prompts/list", "").at("/result/prompts");

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/name").asText()).isEqualTo("song_from_theme");
        assertThat(listed.at("/0/arguments/0/required").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void fillsInWhatIsGivenAndLeavesOutWhatIsNot(Era era) {
        JsonNode result = ask(era, "prompts/get", "'name':'song_from_theme','arguments':{'theme':'the sea','style':''}")
                .path("result");

        assertThat(result.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(result.at("/messages/0/content/text").asText())
                .contains("the sea")
                .doesNotContain("{")
                .doesNotContain("Style:");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'name':'nothing'",
                "'name':'song_from_theme'",
                "'name':'song_from_theme','arguments':{'theme':7}",
                "'name':'song_from_theme','arguments':{'theme':'x','tempo':'y'}",
            })
    void refusesWhatItCannotFillIn(String members) {
        assertThat(ask(Era.STATELESS, "prompts/get", members).at("/error/code").asInt())
                .isEqualTo(-32602);
    }

    @ParameterizedTest
    @EnumSource
    void completesArgumentsTheLikeliestFirst(Era era) {
        JsonNode completed = ask(
                era,
                "completion/complete",
                "'ref':{'type':'ref/prompt','name':'song_from_theme'},'argument':{'name':'model','value':'Generate'}");

        assertThat(completed.at("/result/completion/values").toString())
                .isEqualTo("[\"generate_music.model\",\"not generate_music.model\"]");
        assertThat(completed.at("/result/completion/total").asInt()).isEqualTo(2);
    }

    @Test
    void completesWithAHundredAtMostAndSaysHowManyThereAre() {
        List<String> known = IntStream.range(0, 250).mapToObj(i -> "v" + i).toList();
        Prompts prompts = new Prompts(() -> List.of(PromptDefinition.load("song_from_theme")));
        Completions completions =
                new Completions(new Resources(List.of()), prompts, (tenant, source) -> Stages.of(known));
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.putObject("ref").put("type", "ref/prompt").put("name", "song_from_theme");
        params.putObject("argument").put("name", "model").put("value", "v");

        JsonNode completion = completions
                .complete(params, Tenant.LOCAL)
                .toCompletableFuture()
                .join()
                .path("completion");

        assertThat(completion.path("values")).hasSize(100);
        assertThat(completion.path("total").asInt()).isEqualTo(250);
        assertThat(completion.path("hasMore").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'ref':{'type':'ref/prompt','name':'nothing'},'argument':{'name':'model','value':''}",
                "'ref':{'type':'ref/prompt','name':'song_from_theme'},'argument':{'name':'tempo','value':''}",
                "'ref':{'type':'ref/tool','name':'echo'},'argument':{'name':'text','value':''}",
                "'ref':{'type':'ref/prompt','name':'song_from_theme'},'argument':{'name':'model'}",
                "'ref':{'type':'ref/resource','uri':'minimax://jobs/{job_id}'},'argument':{'value':''}",
            })
    void completesNothingThatIsNotThere(String members) {
        assertThat(ask(Era.STATELESS, "completion/complete", members)
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }
}
