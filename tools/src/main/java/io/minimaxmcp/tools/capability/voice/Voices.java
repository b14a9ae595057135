package io.minimaxmcp.tools.capability.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Belongings;
import io.minimaxmcp.tools.preflight.LanguageNames;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/get_voice}: all voices of an account at once, of which a tenant sees its own; MiniMax neither pages nor filters. */
public final class Voices {
    /** {@code English_Graceful_Lady}, {@code Chinese (Mandarin)_News_Anchor}: ids of newer system voices begin with a language. */
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]+)( \\([A-Za-z ]+\\))?_.+");

    private final MiniMaxClient client;
    private final Belongings belongings;
    private final List<String> languages;
    private final List<String> favourites;

    /**
     * @param languages by their names at MiniMax: not all that an id begins with is one
     * @param favourites ids from the user's catalogue, which all tenants of an account may know
     */
    public Voices(MiniMaxClient client, Belongings belongings, List<String> languages, List<String> favourites) {
        this.client = client;
        this.belongings = belongings;
        this.languages = languages;
        this.favourites = favourites;
    }

    /**
     * Those of other tenants in the same account are not among them.
     *
     * @param type {@code all}, {@code system}, {@code cloned} or {@code designed}
     */
    public CompletionStage<List<Voice>> list(Tenant tenant, String type) {
        return client.call(
                        tenant,
                        Call.post(
                                Endpoints.GET_VOICE,
                                new Body().with("voice_type", wireType(type)).json()))
                .thenCombine(
                        belongings.voices(tenant),
                        (answer, isOwn) -> read(answer.body()).stream()
                                .filter(voice -> voice.type().equals("system")
                                        || favourites.contains(voice.voice())
                                        || isOwn.test(voice.voice()))
                                .toList());
    }

    private static String wireType(String type) {
        return switch (type) {
            case "cloned" -> "voice_cloning";
            case "designed" -> "voice_generation";
            default -> type;
        };
    }

    private List<Voice> read(JsonNode body) {
        List<Voice> voices = new ArrayList<>();
        body.path("voice_cloning").forEach(node -> voices.add(voice(node, "cloned")));
        body.path("voice_generation").forEach(node -> voices.add(voice(node, "designed")));
        body.path("system_voice").forEach(node -> voices.add(voice(node, "system")));
        return voices;
    }

    private Voice voice(JsonNode node, String type) {
        String id = node.path("voice_id").asText();
        String name = node.path("voice_name").asText(id);
        String description = description(node.path("description"));
        VoiceTraits traits = VoiceTraits.of(id + " " + name + " " + (description == null ? "" : description));
        return new Voice(id, name, type, language(id), traits.gender(), traits.age(), description, null);
    }

    private @Nullable String language(String id) {
        Matcher matcher = LANGUAGE.matcher(id);
        if (!matcher.matches() || LanguageNames.of(matcher.group(1), languages).isEmpty()) {
            return null;
        }
        String name = matcher.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                + matcher.group(1).substring(1);
        return matcher.group(2) == null ? name : name + matcher.group(2);
    }

    /** Whether it speaks the language, by any of its names; of a language that MiniMax does not know the words decide. */
    boolean speaks(Voice voice, String language) {
        String wanted = LanguageNames.of(language, languages).orElse(null);
        if (wanted == null) {
            return VoiceWords.of(voice.words()).haveAll(language);
        }
        String spoken = voice.language() == null ? "" : voice.language().replaceFirst(" .*", "");
        return LanguageNames.of(spoken, languages).filter(wanted::equals).isPresent();
    }

    private static @Nullable String description(JsonNode node) {
        String text = node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : node.asText("");
        return text.isBlank() ? null : text;
    }
}
