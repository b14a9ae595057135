package io.minimaxmcp.tools.capability.voice;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code list_voices}: finds a few of the 300 and more, so that they need not all be read; favourites come first. */
public final class ListVoices implements Capability<ListVoices.Input> {
    private static final int NAMED = 10;

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

    private ToolResult answer(Input input, List<Voice> all) {
        List<Voice> inQuestion =
                all.stream().filter(voice -> isInQuestion(voice, input)).toList();
        List<Voice> matching =
                inQuestion.stream().filter(voice -> hasTraits(voice, input)).toList();
        List<Voice> shown = matching.stream().limit(input.limit()).toList();
        String found = matching.isEmpty() ? nothing(input, all) : told(matching, shown);
        return ToolResult.of(new Found(shown, matching.size()), found + untold(input, inQuestion));
    }

    private static String told(List<Voice> matching, List<Voice> shown) {
        String names = shown.stream().limit(NAMED).map(Voice::voice).collect(Collectors.joining(", "));
        String more =
                matching.size() > shown.size() ? " Narrow it with query, language, gender or age, or raise limit." : "";
        return shown.size() + " of " + matching.size() + " voices: " + names + (shown.size() > NAMED ? " …" : "") + "."
                + more;
    }

    private static String nothing(Input input, List<Voice> all) {
        if (all.isEmpty() && !input.type().equals("all")) {
            return "There are no " + input.type() + " voices. One that was made shows after its first use in"
                    + " generate_speech, and MiniMax deletes it when it is not used for 7 days.";
        }
        String which = input.type().equals("all") ? " voices" : " " + input.type() + " voices";
        String fewer = input.query() == null ? "" : " Try fewer words in query.";
        String other = input.language() == null ? "" : " Try another language.";
        return "No voice matches; " + all.size() + which + " were looked at." + fewer + other;
    }

    /** Traits are guessed, so that what is not found by them may be there all the same. */
    private static String untold(Input input, List<Voice> inQuestion) {
        boolean isAsked = input.gender() != null || input.age() != null;
        long unknown = inQuestion.stream()
                .filter(voice -> (input.gender() != null && voice.gender() == null)
                        || (input.age() != null && voice.age() == null))
                .count();
        return isAsked && unknown > 0
                ? " Of " + unknown + " more the gender or age is not known: ask without them to see those."
                : "";
    }

    private boolean isInQuestion(Voice voice, Input input) {
        return (input.query() == null || VoiceWords.of(voice.words()).haveAll(input.query()))
                && (input.language() == null || voices.speaks(voice, input.language()));
    }

    private static boolean hasTraits(Voice voice, Input input) {
        return (input.gender() == null || input.gender().equals(voice.gender()))
                && (input.age() == null || input.age().equals(voice.age()));
    }
}
