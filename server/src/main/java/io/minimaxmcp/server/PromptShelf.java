package io.minimaxmcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.PromptDefinition;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.server.mcp.Completions.ValueSource;
import io.minimaxmcp.server.mcp.Prompts;
import io.minimaxmcp.tools.capability.voice.Voice;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.Toolbox;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The prompts that make sense with the tools that are offered, and the values that their arguments may have. */
final class PromptShelf implements ValueSource {
    private static final Logger LOG = LoggerFactory.getLogger(PromptShelf.class);
    private static final List<String> NAMES =
            List.of("storyboard_to_shots", "narrated_scene", "song_from_theme", "brand_voice");

    private final Toolbox toolbox;
    private final Supplier<Workshop> workshop;
    private final Lazy<List<PromptDefinition>> offered;
    private final RecentVoices voices = new RecentVoices(this::voices, InstantSource.system());

    PromptShelf(Toolbox toolbox, Supplier<Workshop> workshop) {
        this.toolbox = toolbox;
        this.workshop = workshop;
        this.offered = new Lazy<>(() -> NAMES.stream()
                .map(PromptDefinition::load)
                .filter(prompt -> prompt.tools().stream().allMatch(toolbox::has))
                .toList());
    }

    Prompts prompts() {
        return new Prompts(offered);
    }

    /** {@code voices}, or {@code tool.argument} for what its document allows. */
    @Override
    public CompletionStage<List<String>> values(Tenant tenant, String source) {
        return source.equals("voices") ? voices.of(tenant) : Stages.of(allowed(source));
    }

    private List<String> allowed(String source) {
        int dot = source.indexOf('.');
        String tool = source.substring(0, dot);
        return toolbox.definitions().stream()
                .filter(definition -> definition.name().equals(tool))
                .map(ToolDefinition::inputSchema)
                .flatMap(schema -> StreamSupport.stream(
                        schema.at("/properties/" + source.substring(dot + 1) + "/enum")
                                .spliterator(),
                        false))
                .map(JsonNode::asText)
                .toList();
    }

    /** Nobody types on because of an error; whoever calls a tool will be told of it. */
    private CompletionStage<List<String>> voices(Tenant tenant) {
        return workshop.get()
                .kit()
                .voices()
                .list(tenant, "all")
                .thenApply(voices -> voices.stream().map(Voice::voice).toList())
                .exceptionally(unknown -> {
                    LOG.atDebug().setCause(unknown).log("no voices to complete with");
                    return List.of();
                });
    }
}
