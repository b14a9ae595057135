package io.minimaxmcp.tools.capability;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ENDPOINTS.md}: every row of the API reference's tables, offered by a tool or left out with the reason. */
class EndpointTableTest {
    /** The endpoints of MiniMax's API reference, read off its tables by hand. */
    private static final Path REFERENCE = Path.of("src/test/resources/reference-endpoints.txt");

    private static final String START = "<!-- table -->\n";

    /** What is offered, by which tools. */
    private static final List<Offered> OFFERED = List.of(
            new Offered(Endpoints.IMAGE, "generate_image"),
            new Offered(Endpoints.VIDEO_V2, "generate_video (H3, H3-Max)"),
            new Offered(Endpoints.REGENERATION, "regenerate_video (toolset enhancement)"),
            new Offered(Endpoints.CONTEXT_IR, "enhance_prompt (toolset enhancement)"),
            new Offered(Endpoints.QUERY_VIDEO_V2, "generate_video, regenerate_video, enhance_prompt, get_job"),
            new Offered(
                    Endpoints.LIST_VIDEO_V2,
                    "generate_video, regenerate_video, enhance_prompt, to find a task whose answer was lost"),
            new Offered(Endpoints.DELETE_VIDEO_V2, "cancel_job, while the task is queued and never later"),
            new Offered(Endpoints.VIDEO, "generate_video (Hailuo and older)"),
            new Offered(Endpoints.QUERY_VIDEO, "generate_video, get_job"),
            new Offered(Endpoints.SPEECH, "generate_speech, up to 9,999 characters"),
            new Offered(Endpoints.SPEECH_REFERENCE, "generate_speech with MINIMAX_API_DIALECT=reference"),
            new Offered(Endpoints.LONG_SPEECH, "generate_speech, up to 999,999 characters"),
            new Offered(Endpoints.QUERY_LONG_SPEECH, "generate_speech, get_job"),
            new Offered(Endpoints.TRANSCRIPTION, "transcribe_speech (toolset transcription)"),
            new Offered(Endpoints.MUSIC, "generate_music: songs, instrumentals, covers"),
            new Offered(Endpoints.LYRICS, "write_lyrics (toolset lyrics)"),
            new Offered(Endpoints.CLONE_VOICE, "clone_voice"),
            new Offered(Endpoints.DESIGN_VOICE, "design_voice"),
            new Offered(Endpoints.GET_VOICE, "list_voices, delete_voice"),
            new Offered(Endpoints.DELETE_VOICE, "delete_voice"),
            new Offered(
                    Endpoints.UPLOAD_FILE,
                    "clone_voice, generate_video (H3), regenerate_video, enhance_prompt, generate_speech (long texts)"),
            new Offered(Endpoints.RETRIEVE_FILE, "get_file (toolset files); generate_video, generate_speech"),
            new Offered(Endpoints.LIST_FILES, "list_files (toolset files)"),
            new Offered(Endpoints.DELETE_FILE, "delete_file (toolset files)"),
            new Offered(Endpoints.BALANCE, "status, for pay-as-you-go keys"),
            new Offered(Endpoints.PLAN_REMAINS, "status, for subscription keys"));

    private static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "POST /v1/video_template_generation",
                    "documented for mainland China only, no longer on the overview"),
            Map.entry("GET /v1/query/video_template_generation", "as the templates themselves"),
            Map.entry("GET /v1/files/retrieve_content", "a link from /v1/files/retrieve can be resumed, this cannot"),
            Map.entry(
                    "POST /v1/t2a_v2 (stream)",
                    "a tool's result is one message; what would be played early arrives late"),
            Map.entry("WebSocket /ws/v1/t2a_v2", "for live conversations, not for tools"),
            Map.entry("WebSocket /ws/v1/t2a_v2_bidi", "for live conversations, not for tools"),
            Map.entry("POST /v1/speech_to_text (stream)", "a tool's result is one message"),
            Map.entry("POST /v1/music_generation (stream)", "a tool's result is one message"),
            Map.entry(
                    "POST /v1/music_cover_preprocess",
                    "only for other lyrics over the same cover; covers are made in one step"),
            Map.entry("POST /v1/coding_plan/search", "no media; agents have searches of their own"),
            Map.entry("POST /v1/coding_plan/vlm", "no media is made; agents see for themselves"),
            Map.entry("GET /v1/models", "language models only"),
            Map.entry("GET /v1/models/{id}", "language models only"),
            Map.entry("POST /v1/chat/completions", "a language model, not media"),
            Map.entry("POST /anthropic/v1/messages", "a language model, not media"),
            Map.entry("POST /v1/responses", "a language model, not media"),
            Map.entry("callback_url", "needs an address that MiniMax can reach; tasks are asked for instead")));

    private record Offered(Endpoint endpoint, String by) {
        String line() {
            return "| `" + endpoint.method() + " " + endpoint.path() + "` | " + by + " |";
        }
    }

    /** A new one is left in {@code target/ENDPOINTS.md}, to be copied over the old. */
    @Test
    void theDocumentSaysWhatTheCodeCalls() throws IOException {
        String document = Files.readString(Path.of("ENDPOINTS.md"));
        String current = document.substring(0, document.indexOf(START)) + START + table();

        Files.writeString(Path.of("target", "ENDPOINTS.md"), current);

        assertThat(document).isEqualTo(current);
    }

    @Test
    void everyEndpointOfTheCodeHasOneLine() {
        List<Endpoint> known = Arrays.stream(Endpoints.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(EndpointTableTest::value)
                .toList();

        assertThat(OFFERED.stream().map(Offered::endpoint)).containsExactlyInAnyOrderElementsOf(known);
    }

    /** What is no row of the reference is the brief's, or a way to use one of its rows. */
    @Test
    void everyEndpointOfTheReferenceIsOfferedOrLeftOut() throws IOException {
        Set<String> told = OFFERED.stream()
                .filter(row -> !row.endpoint().equals(Endpoints.SPEECH_REFERENCE))
                .map(row -> row.endpoint().method() + " " + row.endpoint().path())
                .collect(Collectors.toSet());
        LEFT_OUT.keySet().stream()
                .filter(row -> row.contains("/") && !row.endsWith("(stream)"))
                .forEach(told::add);

        assertThat(told).isEqualTo(Set.copyOf(Files.readAllLines(REFERENCE)));
    }

    @Test
    void everyLineNamesAToolThatThereIs() {
        List<String> tools = Capabilities.ALL.stream().map(Entry::tool).toList();

        assertThat(OFFERED).allSatisfy(row -> assertThat(tools).anyMatch(row.by()::contains));
    }

    private static Endpoint value(java.lang.reflect.Field field) {
        try {
            return (Endpoint) field.get(null);
        } catch (IllegalAccessException notPublic) {
            throw new AssertionError(notPublic);
        }
    }

    private static String table() {
        String head = "| endpoint | offered by |\n|---|---|\n";
        String rows = OFFERED.stream().map(Offered::line).collect(Collectors.joining("\n", head, "\n"));
        Stream<String> others =
                LEFT_OUT.entrySet().stream().map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |");
        return rows + "\n| endpoint | left out because |\n|---|---|\n"
                + others.collect(Collectors.joining("\n", "", "\n"));
    }
}
