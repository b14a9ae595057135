package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code POST /v2/video_generation} one by one, as the reference's section 3.1 has them. */
class H3RulesTest {
    private static final String PATH = "/v2/video_generation";
    private static final String LINKED =
            "{'type':'image_url','role':'%s','image_url':{'url':'https://a.example/a.jpg'}}";
    private static final String FILM = "{'type':'video_url','role':'%s','video_url':{'url':'%s'}}";
    private static final String SOUND = "{'type':'audio_url','role':'reference_audio','audio_url':{'url':'%s'}}";
    private static final String SOUND_LINK = SOUND.formatted("https://a.example/a.mp3");
    private static final String FILM_LINK = FILM.formatted("reference_video", "https://a.example/a.mp4");

    private static SandboxClient client;

    @BeforeAll
    static void start() {
        client = new SandboxClient();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",{'type':'image_url','image_url':{'url':'${image 256 640}'}}",
                ",{'type':'image_url','role':'last_frame','image_url':{'url':'${image 400 320}'}}",
                ",%first,%last",
                ",%image,%image,%image,%image,%image,%image,%image,%image,%image",
                ",{'type':'video_url','role':'reference_video','video_url':{'url':'${video 15}'}}",
                ",%film,%film,%film,%sound,%sound,%sound,%image,%image,%image,%image,%image,%image",
                ",%image,{'type':'audio_url','role':'reference_audio','audio_url':{'url':'${audio 15}'}}"
            })
    void takesEveryMode(String media) {
        long before = client.sandbox.taken(PATH);

        SandboxClient.Reply reply = client.post(PATH, asking(media));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().size()).isOne();
        assertThat(reply.json().path("task_id").isTextual()).isTrue();
        assertThat(client.sandbox.taken(PATH)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%first,%first | at most 1 items of role first_frame",
                "%last,%last | at most 1 items of role last_frame",
                "%first,%image | must not be mixed",
                "%last,%film | must not be mixed",
                "%image,%image,%image,%image,%image,%image,%image,%image,%image,%image | at most 9 items of role reference_image",
                "%film,%film,%film,%film | at most 3 items of role reference_video",
                "%image,%sound,%sound,%sound,%sound | at most 3 items of role reference_audio",
                "%image,%image,%image,%image,%image,%image,%image,%film,%film,%film,%sound,%sound,%sound | at most 12 files",
                "%sound | needs an image or a video beside it",
                "{'type':'video_url','role':'base_video','video_url':{'url':'https://a.example/a.mp4'}} | regeneration only",
                "{'type':'image_url','role':'reference_video','image_url':{'url':'https://a.example/a.jpg'}} | role 'reference_video' is not supported for image_url",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'${image 254 400}'}} | sides of 256 to 5760",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'${image 260 660}'}} | ratio between 0.4 and 2.5",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'${image 660 260}'}} | ratio between 0.4 and 2.5",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'ftp://a.example/a.jpg'}} | must be a public URL",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'data:image/PNG;base64,AAAA'}} | lower case",
                "{'type':'image_url','role':'first_frame','image_url':{'url':'data:image/gif;base64,R0lGODlh'}} | must be [JPEG, PNG, WEBP, HEIC]",
                "{'type':'video_url','role':'reference_video','video_url':{'url':'${video 1}'}} | must last 2 to 15 s",
                "{'type':'audio_url','role':'reference_audio','audio_url':{'url':'${audio 1}'}},%image | must last 2 to 15 s",
                "{'type':'audio_url','role':'reference_audio','audio_url':{'url':'${audio 16}'}},%image | must last 2 to 15 s",
                "{'type':'video_url','role':'reference_video','video_url':{'url':'${video 8}'}},{'type':'video_url','role':'reference_video','video_url':{'url':'${video 8}'}} | 15 s at most together",
                "{'type':'audio_url','role':'reference_audio','audio_url':{'url':'${audio 9}'}},{'type':'audio_url','role':'reference_audio','audio_url':{'url':'${audio 9}'}},%image | 15 s at most together",
                "{'type':'text','text':'another'} | exactly one non-empty text",
                "{'type':'image_url','image_url':{'url':'https://a.example/a.jpg'},'weight':1} | unknown field 'content[1].weight'"
            })
    void refusesWhatBreaksARuleByName(String media, String reason) {
        long before = client.sandbox.taken(PATH);

        SandboxClient.Reply reply = client.post(PATH, asking("," + media));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("error");
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("bad_request_error");
        assertThat(reply.json().at("/error/http_code").asText()).isEqualTo("400");
        assertThat(reply.json().at("/error/message").asText()).contains(reason).endsWith(" (2013)");
        assertThat(reply.json().path("request_id").asText()).isNotBlank();
        assertThat(client.sandbox.taken(PATH)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "1002, 429, rate_limit_error",
        "1004, 401, authorized_error",
        "1008, 402, insufficient_balance_error",
        "1026, 422, unprocessable_entity_error",
        "1000, 500, server_error"
    })
    void saysEveryDocumentedNoWithItsHttpStatus(int code, int status, String type) {
        SandboxClient.Reply reply =
                client.post(PATH, asking("").replace("A cat turns", "[[sandbox:" + code + "]] A cat turns"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/error/type").asText()).isEqualTo(type);
        assertThat(reply.json().at("/error/message").asText()).endsWith("(" + code + ")");
    }

    @Test
    void takesUploadsOfTheRightPurposeAndKindWhichItChecksWhenTheyCome() {
        String picture = upload("video_generation_input", "a.png", H3Media.picture(400, 320));
        String voice = upload("voice_clone", "a.wav", H3Media.sound(12));
        String frame = "{'type':'image_url','role':'first_frame','image_url':{'url':'mm_file://%s'}}";

        assertThat(client.post(PATH, asking("," + frame.formatted(picture))).status())
                .isEqualTo(200);
        assertThat(client.post(PATH, asking("," + frame.formatted(voice))).text())
                .contains("a file of purpose voice_clone is no input of videos");
        assertThat(client.post(PATH, asking("," + FILM.formatted("reference_video", "mm_file://" + picture)))
                        .text())
                .contains("is no video");
        assertThat(refusedUpload(H3Media.picture(200, 320))).contains("sides of 256 to 5760");
        assertThat(refusedUpload(H3Media.film(1))).contains("2 to 15 s");
        assertThat(refusedUpload(H3Media.film(2, 240, 480))).contains("sides of 256 to 5760");
        assertThat(refusedUpload(H3Media.sound(1))).contains("2 to 15 s");
        assertThat(client.get("/v1/files/list?purpose=video_generation_input")
                        .json()
                        .path("files"))
                .hasSize(1);
    }

    @Test
    void keepsNoMoreThanThirtyTasksUnderWay() {
        SandboxClient other = client.as("sk-api-busy");
        for (int i = 0; i < 30; i++) {
            assertThat(other.post(PATH, asking("")).status()).isEqualTo(200);
        }

        SandboxClient.Reply reply = other.post(PATH, asking(""));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(client.post(PATH, asking("")).status()).isEqualTo(200);
    }

    private static String refusedUpload(byte[] bytes) {
        SandboxClient.Reply reply =
                client.upload("/v1/files/upload", Map.of("purpose", "video_generation_input"), "a.bin", bytes);
        assertThat(reply.status()).isEqualTo(400);
        return reply.words();
    }

    private static String upload(String purpose, String name, byte[] bytes) {
        return client.upload("/v1/files/upload", Map.of("purpose", purpose), name, bytes)
                .json()
                .at("/file/file_id")
                .asText();
    }

    private static String asking(String media) {
        String ratio = media.isEmpty() ? ",'ratio':'16:9'" : "";
        return H3Media.filled("{'model':'MiniMax-H3','resolution':'768P','duration':5" + ratio
                + ",'content':[{'type':'text','text':'A cat turns its head.'}"
                + media.replace("%first", LINKED.formatted("first_frame"))
                        .replace("%last", LINKED.formatted("last_frame"))
                        .replace("%image", LINKED.formatted("reference_image"))
                        .replace("%film", FILM_LINK)
                        .replace("%sound", SOUND_LINK)
                + "]}");
    }
}
