package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files (reference, section 6). */
final class FileRoutes {
    private static final int MEGABYTE = 1 << 20;

    private static final Set<String> LISTED =
            Set.of("voice_clone", "prompt_audio", "t2a_async", "t2a_async_input", "video_generation_input");

    private static final Rules DELETE = Rules.of(
            whole("file_id").required(),
            text("purpose")
                    .required()
                    .oneOf(
                            "voice_clone",
                            "prompt_audio",
                            "t2a_async",
                            "t2a_async_input",
                            "video_generation",
                            "video_generation_input"));

    private static final MediaReference VOICE =
            MediaReference.audio(20L * MEGABYTE, MediaType.MP3, MediaType.M4A, MediaType.WAV);

    static final MediaReference VIDEO_IMAGE =
            MediaReference.image(30L * MEGABYTE, MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.HEIC);
    static final MediaReference VIDEO_FILM = MediaReference.video(50L * MEGABYTE, MediaType.MP4);
    static final MediaReference VIDEO_SOUND = MediaReference.audio(15L * MEGABYTE, MediaType.WAV, MediaType.MP3);

    private final World world;

    FileRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("POST", "/v1/files/upload", this::upload),
                Route.first("GET", "/v1/files/list", this::list),
                Route.first("GET", "/v1/files/retrieve", this::retrieve),
                Route.first("GET", "/v1/files/retrieve_content", this::content),
                Route.first("POST", "/v1/files/delete", this::delete));
    }

    private Answer upload(Call call) {
        Form form = call.multipart();
        form.only(Set.of("purpose"));
        String purpose = form.required("purpose");
        Form.Upload upload = form.requiredFile();
        check(purpose, upload);
        Files.Stored stored = world.files().upload(call.key(), upload, purpose);
        return Answer.success(wrapped(describe(stored, upload.bytes().length)));
    }

    private static void check(String purpose, Form.Upload upload) {
        String complaint = switch (purpose) {
            case "voice_clone", "prompt_audio" -> VOICE.complaintAboutBytes(upload.bytes());
            case "t2a_async_input" -> textComplaint(upload);
            case "video_generation_input" -> videoInputComplaint(upload);
            case "video_understanding" -> null;
            default -> throw Refusal.invalid("purpose '" + purpose + "' is not supported");
        };
        if (complaint != null) {
            Refusal refusal = Refusal.invalid("file " + complaint);
            throw purpose.equals("video_generation_input") ? refusal.withHttp(400) : refusal;
        }
    }

    private static @Nullable String textComplaint(Form.Upload upload) {
        if (upload.extension().equals("zip")) {
            return MediaType.of(upload.bytes()).orElse(MediaType.MP3) == MediaType.ZIP ? null : "must be a zip archive";
        }
        if (!upload.extension().equals("txt")) {
            return "must be txt or zip";
        }
        String text = new String(upload.bytes(), StandardCharsets.UTF_8);
        return text.codePointCount(0, text.length()) < 1_000_000 ? null : "must have fewer than 1000000 characters";
    }

    private static @Nullable String videoInputComplaint(Form.Upload upload) {
        byte[] bytes = upload.bytes();
        return switch (MediaType.of(bytes).map(MediaType::kind).orElse("")) {
            case "image" ->
                firstOf(
                        VIDEO_IMAGE.complaintAboutBytes(bytes),
                        () -> PictureSize.of(bytes).map(PictureSize::complaint).orElse(null));
            case "video" ->
                firstOf(
                        VIDEO_FILM.complaintAboutBytes(bytes),
                        () -> FilmFacts.of(bytes).complaint());
            case "audio" ->
                firstOf(
                        VIDEO_SOUND.complaintAboutBytes(bytes),
                        () -> H3Inputs.soundComplaint(SoundLength.seconds(bytes)));
            default -> "must be an image (30 MB), a video (50 MB) or audio (15 MB) of a supported format";
        };
    }

    private static @Nullable String firstOf(@Nullable String complaint, Supplier<@Nullable String> next) {
        return complaint != null ? complaint : next.get();
    }

    private Answer list(Call call) {
        String purpose = call.requiredQuery("purpose");
        if (!LISTED.contains(purpose)) {
            throw Refusal.invalid("purpose '" + purpose + "' is not supported");
        }
        List<Files.Stored> found = world.files().of(call.key(), purpose);
        return Answer.successWith(() -> {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            ArrayNode files = answer.putArray("files");
            for (Files.Stored stored : found) {
                files.add(describe(stored, stored.medium().content().bytes().length));
            }
            return answer;
        });
    }

    /** Each look mints a new link. */
    private Answer retrieve(Call call) {
        Files.Stored stored = world.files().get(call.key(), call.requiredQuery("file_id"));
        String url = stored.isUpload() ? "" : world.links().mint(call, stored.medium(), stored.linkLife());
        return Answer.successWith(() -> {
            ObjectNode file = describe(stored, stored.medium().content().bytes().length);
            return wrapped(url.isEmpty() ? file : file.put("download_url", url));
        });
    }

    private Answer content(Call call) {
        Files.Stored stored = world.files().get(call.key(), call.requiredQuery("file_id"));
        return stored.medium()
                .wear()
                .spoil(Answer.of(
                                200, stored.medium().mimeType(), stored.medium().content())
                        .madeAside());
    }

    private Answer delete(Call call) {
        ObjectNode request = call.json(DELETE);
        long id = request.path("file_id").asLong();
        world.files()
                .delete(world.files()
                        .upload(call.key(), id, request.path("purpose").asText()));
        return Answer.success(Json.MAPPER.createObjectNode().put("file_id", id));
    }

    private static ObjectNode wrapped(ObjectNode file) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("file", file);
        return answer;
    }

    private static ObjectNode describe(Files.Stored stored, long bytes) {
        return Json.MAPPER
                .createObjectNode()
                .put("file_id", stored.id())
                .put("bytes", bytes)
                .put("created_at", stored.created().getEpochSecond())
                .put("filename", stored.name())
                .put("purpose", stored.purpose());
    }
}
