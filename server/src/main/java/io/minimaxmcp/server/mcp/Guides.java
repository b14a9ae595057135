package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What is too long for a tool's description: {@code minimax://guide/{topic}}, one file a topic. */
public final class Guides implements ResourceSource {
    private static final ResourceTemplate TEMPLATE = new ResourceTemplate(
            "minimax://guide/",
            "topic",
            "guide",
            "Guide",
            "How to write for MiniMax and read its answers",
            "text/markdown");

    /** Topic and title, in the order in which they are listed. */
    private static final List<Map.Entry<String, String>> TOPICS = List.of(
            Map.entry("getting-started", "From a first image to a finished video"),
            Map.entry("camera-moves", "Camera moves in video prompts"),
            Map.entry("lyrics-tags", "Section tags in lyrics"),
            Map.entry("speech", "Pauses, sounds, emotions and languages in speech"),
            Map.entry("voices", "Choosing, cloning and designing voices"),
            Map.entry("error-codes", "What each error means and what to do"),
            Map.entry("sandbox", "Trying everything without a key or cost"));

    private final Map<String, Supplier<String>> additions;

    /**
     * @param additions what is written when it is read, by the topic that it is added to
     */
    public Guides(Map<String, Supplier<String>> additions) {
        this.additions = Map.copyOf(additions);
    }

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return CompletableFuture.completedFuture(
                TOPICS.stream().map(Guides::entry).toList());
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        Optional<ResourceBody> guide = TEMPLATE.idIn(uri)
                .filter(topic -> TOPICS.stream().anyMatch(it -> it.getKey().equals(topic)))
                .map(topic -> ResourceBody.markdown(text(topic)));
        return CompletableFuture.completedFuture(guide);
    }

    @Override
    public CompletionStage<List<String>> complete(Tenant tenant, String prefix) {
        List<String> fitting = TOPICS.stream()
                .map(Map.Entry::getKey)
                .filter(it -> it.startsWith(prefix))
                .toList();
        return CompletableFuture.completedFuture(fitting);
    }

    private String text(String topic) {
        return Texts.read("guide/" + topic + ".md")
                + additions.getOrDefault(topic, () -> "").get();
    }

    private static ResourceEntry entry(Map.Entry<String, String> topic) {
        String name = "guide-" + topic.getKey();
        return new ResourceEntry(TEMPLATE.uri(topic.getKey()), name, topic.getValue(), null, "text/markdown", null);
    }
}
