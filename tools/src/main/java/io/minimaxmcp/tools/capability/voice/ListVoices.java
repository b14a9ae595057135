package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code list_voices}: finds a few of the 300 and more, so that they need not all be read. */
public final class ListVoices implements Capability<ListVoices.Input> {
    private final Voices voices;

    public ListVoices(Voices voices) {
        this.voices = voices;
    }

    /** The arguments. */
    public record Input(@Nullable String query, @Nullable String language, String type, int limit) {}

    /** The answer: what was found, of how many. */
    public record Found(List<Voice> voices, int total) {}

    @Override
    public String tool() {
        return "list_voices";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        return voices.list(context.tenant(), input.type()).thenApply(all -> answer(input, all));
    }

    private static ToolResult answer(Input input, List<Voice> all) {
        List<Voice> matching =
                all.stream().filter(voice -> matches(voice, input)).toList();
        List<Voice> shown = matching.stream().limit(input.limit()).toList();
        String names = shown.stream().limit(10).map(Voice::voice).collect(Collectors.joining(", "));
        String more = matching.size() > shown.size() ? " Narrow it with query or language, or raise limit." : "";
        String text = matching.isEmpty()
                ? "No voice matches; " + all.size() + " were looked at. Try fewer words, or another language."
                : shown.size() + " of " + matching.size() + " voices: " + names + (shown.size() > 10 ? " …" : "") + "."
                        + more;
        return ToolResult.of(new Found(shown, matching.size()), text);
    }

    private static boolean matches(Voice voice, Input input) {
        String text = Stream.of(voice.voice(), voice.name(), voice.language(), voice.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return contains(text, input.query()) && contains(text, input.language());
    }

    /** Every word, in any order. */
    private static boolean contains(String text, @Nullable String words) {
        return words == null
                || Stream.of(words.toLowerCase(Locale.ROOT).replace('_', ' ').split("[\\s,]+", -1))
                        .allMatch(text::contains);
    }
}
