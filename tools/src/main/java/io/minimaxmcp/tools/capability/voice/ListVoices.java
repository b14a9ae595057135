package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code list_voices}: finds a few of the 300 and more, so that they need not all be read; favourites come first. */
public final class ListVoices implements Capability<ListVoices.Input> {
    private final Voices voices;
    private final List<String> favourites;

    /** @param favourites ids from the user's catalogue */
    public ListVoices(Voices voices, List<String> favourites) {
        this.voices = voices;
        this.favourites = favourites;
    }

    /** The arguments. */
    public record Input(
            @Nullable String query,
            @Nullable String language,
            @Nullable String gender,
            @Nullable String age,
            String type,
            int limit) {}

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
        return voices.list(context.tenant(), input.type()).thenApply(all -> answer(input, favouritesFirst(all)));
    }

    private List<Voice> favouritesFirst(List<Voice> all) {
        Stream<Voice> favoured =
                all.stream().filter(voice -> favourites.contains(voice.voice())).map(Voice::favoured);
        Stream<Voice> others = all.stream().filter(voice -> !favourites.contains(voice.voice()));
        return Stream.concat(favoured, others).toList();
    }

    private static ToolResult answer(Input input, List<Voice> all) {
        List<Voice> matching =
                all.stream().filter(voice -> matches(voice, input)).toList();
        List<Voice> shown = matching.stream().limit(input.limit()).toList();
        String names = shown.stream().limit(10).map(Voice::voice).collect(Collectors.joining(", "));
        String more =
                matching.size() > shown.size() ? " Narrow it with query, language, gender or age, or raise limit." : "";
        String text = matching.isEmpty()
                ? "No voice matches; " + all.size() + " were looked at. Try fewer words, or another language."
                : shown.size() + " of " + matching.size() + " voices: " + names + (shown.size() > 10 ? " …" : "") + "."
                        + more;
        return ToolResult.of(new Found(shown, matching.size()), text);
    }

    private static boolean matches(Voice voice, Input input) {
        String text = voice.words().toLowerCase(Locale.ROOT).replace('_', ' ');
        return contains(text, input.query())
                && contains(text, input.language())
                && (input.gender() == null || input.gender().equals(voice.gender()))
                && (input.age() == null || input.age().equals(voice.age()));
    }

    /** Every word, in any order. */
    private static boolean contains(String text, @Nullable String words) {
        return words == null
                || Stream.of(words.toLowerCase(Locale.ROOT).replace('_', ' ').split("[\\s,]+", -1))
                        .allMatch(text::contains);
    }
}
