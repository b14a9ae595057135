package io.minimaxmcp.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.Sandbox;
import io.minimaxmcp.tools.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What callers over HTTP may try, against the whole product as a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackIT {
    private static final String SECRET = "the-secret-of-this-machine";
    private static final String KEY_HEADER = "X-MiniMax-Api-Key";
    private static final String MALLORYS_KEY = "sk-api-of-mallory-who-pays-for-herself";
    private static final String ALICES_KEY = "sk-api-of-alice-who-pays-for-herself";
    private static final Map<String, String> MALLORY = Map.of(KEY_HEADER, MALLORYS_KEY);
    private static final Map<String, String> ALICE = Map.of(KEY_HEADER, ALICES_KEY);

    private final AtomicInteger visits = new AtomicInteger();
    private final Sandbox minimax = Sandbox.start(SandboxOptions.defaults()
                    .withTaskTime(Duration.ZERO)
                    .withKeys(ALICES_KEY, MALLORYS_KEY, "sk-api-of-the-server"))
            .toCompletableFuture()
            .join();
    private HttpServer canary;
    private HttpProcess server;
    private Path secret;

    private Path folder;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        folder = home;
        secret = Files.writeString(folder.resolve("secret.png"), SECRET);
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
        server = new HttpProcess(
                folder,
                Map.of(
                        "MINIMAX_API_KEY",
                        "sk-api-of-the-server",
                        "MINIMAX_API_HOST",
                        minimax.host().toString(),
                        "MINIMAX_MCP_RESULT_MODE",
                        "file",
                        "MINIMAX_MCP_INPUT_DIRS",
                        folder.toString()));
        server.uri();
    }

    @AfterAll
    void end() {
        server.close();
        canary.stop(0);
        minimax.close();
    }

    @Test
    void noTextOfAnyToolReadsOrWritesAFileOfThisMachine() throws IOException {
        Guest mallory = new Guest(server.uri(), MALLORY);
        List<Path> before = outside();

        for (JsonNode tool : tools(mallory)) {
            for (String property : texts(tool)) {
                for (String path : paths()) {
                    JsonNode answer = mallory.call(tool.path("name").asText(), arguments(tool, property, path));
                    assertThat(answer.toString()).doesNotContain(SECRET).doesNotContain("root:x:");
                }
            }
        }

        assertThat(outside()).isEqualTo(before);
    }

    private List<String> paths() {
        return List.of("../../../../../../etc/passwd", secret.toString());
    }

    @Test
    void noMediaArgumentReadsAFileOrReachesAnAddressInside() {
        Guest mallory = new Guest(server.uri(), MALLORY);
        String inside = "127.0.0.1:" + canary.getAddress().getPort();
        List<String> places = List.of(
                secret.toString(),
                secret.toUri().toString(),
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "../secret.png",
                "~/secret.png",
                "minimax://media/../../secret.png",
                "minimax://media/..%2f..%2fsecret-1",
                "http://" + inside + "/picture.png",
                "https://" + inside + "/picture.png",
                "https://localhost/picture.png",
                "https://[::1]/picture.png",
                "https://[::ffff:127.0.0.1]/picture.png",
                "https://0.0.0.0/picture.png",
                "https://2130706433/picture.png",
                "https://127.1/picture.png",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fe80::1]/picture.png",
                "https://10.0.0.1/picture.png",
                "ftp://" + inside + "/picture.png",
                "gopher://" + inside + "/_x");
        long sent = minimax.requests().count("POST", "/v1/voice_clone");

        for (String place : places) {
            String text = Json.MAPPER.valueToTree(place).toString();
            JsonNode clone = mallory.call(
                    "clone_voice", "{\"audio\":" + text + ",\"name\":\"MalloryVoice001\",\"consent\":true}");

            assertThat(clone.path("isError").asBoolean()).as(place).isTrue();
            assertThat(clone.toString()).doesNotContain(SECRET);
        }

        assertThat(visits).hasValue(0);
        assertThat(minimax.requests().count("POST", "/v1/voice_clone")).isEqualTo(sent);
    }

    @Test
    void noPictureArgumentReadsAFileOfThisMachine() {
        Guest mallory = new Guest(server.uri(), MALLORY);
        String path = Json.MAPPER.valueToTree(secret.toString()).toString();
        String shared = "{\"prompt\":\"x\",\"model\":\"%s\",";

        List<JsonNode> answers = List.of(
                mallory.call(
                        "generate_video",
                        shared.formatted("MiniMax-Hailuo-02") + "\"first_frame_image\":" + path + "}"),
                mallory.call(
                        "generate_video",
                        shared.formatted("MiniMax-Hailuo-02") + "\"first_frame_image\":" + path
                                + ",\"last_frame_image\":" + path + "}"),
                mallory.call(
                        "generate_video",
                        shared.formatted("S2V-01") + "\"subject_reference\":[{\"type\":\"character\",\"image\":[" + path
                                + "]}]}"),
                mallory.call(
                        "generate_image",
                        shared.formatted("image-01") + "\"subject_reference\":[{\"type\":\"character\",\"image_file\":"
                                + path + "}]}"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.path("isError").asBoolean()).as(answer.toString()).isTrue();
            assertThat(answer.toString()).doesNotContain(SECRET);
        });
    }

    @Test
    void nothingOfATenantIsThereForAnother() {
        Guest alice = new Guest(server.uri(), ALICE);
        Guest mallory = new Guest(server.uri(), MALLORY);
        JsonNode made = alice.call("generate_image", "{'prompt':'a lighthouse','request_id':'shared'}")
                .path("structuredContent");
        String job = made.path("job_id").asText();
        String media = made.at("/artifacts/0/uri").asText();
        assertThat(made.path("status").asText()).isEqualTo("succeeded");

        assertThat(code(mallory.call("get_job", "{'job_id':'" + job + "'}"))).isEqualTo("NOT_FOUND");
        assertThat(code(mallory.call("cancel_job", "{'job_id':'" + job + "'}"))).isEqualTo("NOT_FOUND");
        assertThat(mallory.call("list_jobs", "{}").toString()).doesNotContain(job);
        assertThat(code(mallory.call(
                        "generate_video",
                        "{'prompt':'x','model':'MiniMax-Hailuo-02','first_frame_image':'" + media + "'}")))
                .isEqualTo("NOT_FOUND");
        assertThat(resource(mallory, media).has("error")).isTrue();
        assertThat(resource(mallory, "minimax://jobs/" + job).has("error")).isTrue();
        assertThat(resource(mallory, "minimax://spend").toString()).doesNotContain(job);
        JsonNode own = mallory.call("generate_image", "{'prompt':'a lighthouse','request_id':'shared'}")
                .path("structuredContent");
        assertThat(own.path("job_id").asText()).isNotEqualTo(job);
        assertThat(own.path("deduplicated").asBoolean()).isFalse();
        assertThat(resource(alice, media).has("result")).isTrue();
    }

    @Test
    void aVoiceOfATenantIsDeletedByNobodyElse() {
        Guest alice = new Guest(server.uri(), ALICE);
        Guest stranger = new Guest(server.uri(), Map.of(KEY_HEADER, "sk-api-of-a-stranger-without-account"));
        String voice = alice.call("design_voice", "{'prompt':'a calm old man','preview_text':'Good evening.'}")
                .at("/structuredContent/voice")
                .asText();
        assertThat(voice).isNotEmpty();

        JsonNode listed = stranger.call("list_voices", "{}");
        JsonNode deleted = stranger.call("delete_voice", "{'voice':'" + voice + "'}");
        JsonNode spoken = alice.call("generate_speech", "{'text':'Still here.','voice':'" + voice + "'}");

        // MiniMax does not know the stranger's key; with any other key, these calls would have come through.
        assertThat(List.of(code(listed), code(deleted))).containsOnly("AUTH");
        assertThat(spoken.at("/structuredContent/status").asText()).isEqualTo("succeeded");
    }

    @Test
    void aFailureNamesNoFolderOfThisMachine() throws IOException {
        Path trouble = Files.createDirectory(folder.resolve("trouble"));
        Path output = Files.writeString(trouble.resolve("output"), "no folder");
        try (HttpProcess troubled = new HttpProcess(
                trouble,
                Map.of(
                        "MINIMAX_API_KEY",
                        "sk-api-of-the-server",
                        "MINIMAX_API_HOST",
                        minimax.host().toString(),
                        "MINIMAX_MCP_RESULT_MODE",
                        "file"))) {
            Guest guest = new Guest(troubled.uri(), Map.of());

            JsonNode refused = guest.call("generate_image", "{'prompt':'a lighthouse'}");

            HttpResponse<String> ready =
                    guest.send(HttpRequest.newBuilder(troubled.uri().resolve("/health/ready")));

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("unready").doesNotContain(trouble.toString());
            assertThat(code(refused)).isEqualTo("PATH");
            assertThat(refused.toString())
                    .contains("The output folder of the server")
                    .doesNotContain(output.toString())
                    .doesNotContain(trouble.toString());
        } finally {
            Files.delete(output);
            deleteAll(trouble);
        }
    }

    /** Another test looks at what is left outside. */
    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aSessionAnswersNobodyButWhoOpenedIt() {
        Guest alice = new Guest(server.uri(), ALICE);
        Guest mallory = new Guest(server.uri(), MALLORY);
        HttpRequest.Builder stolen = mallory.to(server.uri())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Mcp-Session-Id", alice.session())
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"));

        assertThat(mallory.send(stolen).statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkHoldsForOneTenantsMediaAlone() {
        Guest alice = new Guest(server.uri(), ALICE);
        JsonNode made =
                alice.call("generate_speech", "{'text':'Good evening.'}").path("structuredContent");
        String link = made.at("/artifacts/0/url").asText();
        assertThat(link).startsWith(server.uri().resolve("/media/").toString());

        HttpResponse<String> whole = alice.send(HttpRequest.newBuilder(URI.create(link)));
        HttpResponse<String> otherMedia = alice.send(HttpRequest.newBuilder(URI.create(link.replace("-1?", "-2?"))));
        HttpResponse<String> otherTenant =
                alice.send(HttpRequest.newBuilder(URI.create(link.replaceFirst("tenant=[^&]+", "tenant=local"))));
        HttpResponse<String> later = alice.send(
                HttpRequest.newBuilder(URI.create(link.replaceFirst("expires=\\d+", "expires=99999999999"))));

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type").orElseThrow()).startsWith("audio/");
        assertThat(List.of(otherMedia.statusCode(), otherTenant.statusCode(), later.statusCode()))
                .containsOnly(403);
    }

    @Test
    void numbersThatExplodeAreRefusedInNoTime() {
        Guest mallory = new Guest(server.uri(), MALLORY);

        for (String number : List.of("1e999999999", "-1e-999999999", "9".repeat(900), "0." + "3".repeat(900))) {
            JsonNode answer = mallory.call("generate_speech", "{'text':'x','rate':" + number + "}");
            JsonNode wait = mallory.call("get_job", "{'job_id':'x','wait_seconds':" + number + "}");

            assertThat(code(answer)).isEqualTo("INVALID_INPUT");
            assertThat(wait.path("isError").asBoolean()).isTrue();
            assertThat(answer.toString().length() + wait.toString().length()).isLessThan(10_000);
        }
    }

    private static String code(JsonNode result) {
        return result.path("_meta").path("io.minimaxmcp/error").path("code").asText();
    }

    private static JsonNode resource(Guest guest, String uri) {
        return guest.request("resources/read", Json.MAPPER.createObjectNode().put("uri", uri));
    }

    private static JsonNode tools(Guest guest) {
        return guest.request("tools/list", Json.MAPPER.createObjectNode()).at("/result/tools");
    }

    /** The properties of a tool that take free text. */
    private static List<String> texts(JsonNode tool) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property :
                tool.at("/inputSchema/properties").properties()) {
            boolean isText = property.getValue().path("type").asText().equals("string");
            if (isText && !property.getValue().has("enum")) {
                texts.add(property.getKey());
            }
        }
        return texts;
    }

    /** What the tool cannot do without, and the property under attack. */
    private static String arguments(JsonNode tool, String property, String value) {
        ObjectNode arguments = Json.MAPPER.createObjectNode();
        ArrayNode required =
                tool.at("/inputSchema/required") instanceof ArrayNode names ? names : Json.MAPPER.createArrayNode();
        for (JsonNode name : required) {
            if (tool.at("/inputSchema/properties/" + name.asText())
                    .path("type")
                    .asText()
                    .equals("object")) {
                arguments.putObject(name.asText());
            } else {
                arguments.put(name.asText(), "x");
            }
        }
        return arguments.put(property, value).toString();
    }

    /** Everything that is not where results and data belong. */
    private List<Path> outside() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.startsWith(folder.resolve("data")))
                    .filter(path -> !path.startsWith(folder.resolve("output")))
                    .sorted()
                    .toList();
        }
    }
}
