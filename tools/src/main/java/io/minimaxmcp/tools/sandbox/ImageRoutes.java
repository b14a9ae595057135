package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.flag;
import static io.minimaxmcp.tools.sandbox.Field.list;
import static io.minimaxmcp.tools.sandbox.Field.number;
import static io.minimaxmcp.tools.sandbox.Field.object;
import static io.minimaxmcp.tools.sandbox.Field.text;
import static io.minimaxmcp.tools.sandbox.Field.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Images (reference, section 2). */
final class ImageRoutes {
    private static final PictureSize SQUARE = new PictureSize(1024, 1024);

    private static final Map<String, PictureSize> RATIOS = Map.of(
            "1:1", SQUARE,
            "16:9", new PictureSize(1280, 720),
            "4:3", new PictureSize(1152, 864),
            "3:2", new PictureSize(1248, 832),
            "2:3", new PictureSize(832, 1248),
            "3:4", new PictureSize(864, 1152),
            "9:16", new PictureSize(720, 1280),
            "21:9", new PictureSize(1344, 576));

    private static final Field PORTRAIT = text("image_file")
            .required()
            .rule(MediaReference.image(10_000_000, MediaType.JPEG, MediaType.PNG)::complaint);

    private static final Rules SUBJECT = Rules.of(text("type").required().oneOf("character"), PORTRAIT);

    private static final Rules PLATFORM = Rules.of(
                    text("model").required().oneOf("image-01", "image-01-live"),
                    text("prompt").required().length(1, 1500),
                    text("aspect_ratio").oneOf(RATIOS.keySet().toArray(String[]::new)),
                    whole("width").between(512, 2048).multipleOf(8),
                    whole("height").between(512, 2048).multipleOf(8),
                    text("response_format").oneOf("url", "base64"),
                    whole("seed"),
                    whole("n").between(1, 9),
                    flag("prompt_optimizer"),
                    list("subject_reference", SUBJECT).size(1, 1),
                    object(
                            "style",
                            Rules.of(
                                    text("style_type").required().oneOf("漫画", "元气", "中世纪", "水彩"),
                                    number("style_weight").above(0).between(0, 1))),
                    flag("aigc_watermark"))
            .when(ImageRoutes::sizeComplaint)
            .when(ImageRoutes::modelComplaint);

    /** The brief gives a subject a weight, and knows neither styles nor watermarks. */
    private static final Rules REFERENCE =
            PLATFORM.and(list("subject_reference", SUBJECT.and(number("weight").between(0, 1)))
                    .size(1, 1));

    private final World world;

    ImageRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.first("POST", "/v1/image_generation", this::generate));
    }

    private Answer generate(Call call) {
        ObjectNode request = call.json(world.speaksReference() ? REFERENCE : PLATFORM);
        world.take(call);
        int asked = request.path("n").asInt(1);
        int made = Math.max(0, asked - call.mischief().count("blocked"));
        List<PictureSpec> pictures = pictures(request, made);
        boolean inline = request.path("response_format").asText("url").equals("base64");
        return inline
                ? Answer.successWith(() -> answer(call, asked, made, "image_base64", inline(pictures)))
                : Answer.success(answer(call, asked, made, "image_urls", links(call, pictures)));
    }

    private List<PictureSpec> pictures(ObjectNode request, int count) {
        PictureSize size = sizeOf(request);
        String prompt = Faults.withoutMarkers(request.path("prompt").asText());
        long seed = request.path("seed").asLong(world.ids().next());
        return IntStream.range(0, count)
                .mapToObj(i -> new PictureSpec(size.width(), size.height(), prompt, seed + i, PictureSpec.Format.JPEG))
                .toList();
    }

    private static PictureSize sizeOf(JsonNode request) {
        JsonNode ratio = request.path("aspect_ratio");
        return ratio.isTextual() || !request.hasNonNull("width")
                ? RATIOS.getOrDefault(ratio.asText(), SQUARE)
                : new PictureSize(
                        request.path("width").asInt(), request.path("height").asInt());
    }

    /** Counts go out as strings: the reference declares integers, but its example shows what clients really get. */
    private static ObjectNode answer(Call call, int asked, int made, String form, ArrayNode images) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("id", call.id());
        answer.putObject("data").set(form, images);
        answer.putObject("metadata")
                .put("success_count", Integer.toString(made))
                .put("failed_count", Integer.toString(asked - made));
        return answer;
    }

    private ArrayNode links(Call call, List<PictureSpec> pictures) {
        ArrayNode urls = Json.MAPPER.createArrayNode();
        Wear wear = new Wear(call.mischief());
        for (PictureSpec picture : pictures) {
            Medium medium = new Medium("jpeg", "image/jpeg", () -> Picture.render(picture), wear);
            urls.add(world.links().mint(call, medium, Links.DAY));
        }
        return urls;
    }

    private static ArrayNode inline(List<PictureSpec> pictures) {
        ArrayNode images = Json.MAPPER.createArrayNode();
        pictures.forEach(picture -> images.add(Base64.getEncoder().encodeToString(Picture.render(picture))));
        return images;
    }

    private static @Nullable String sizeComplaint(JsonNode request) {
        boolean ratioWins = request.hasNonNull("aspect_ratio");
        return !ratioWins && request.hasNonNull("width") != request.hasNonNull("height")
                ? "width and height must be given together"
                : null;
    }

    private static @Nullable String modelComplaint(JsonNode request) {
        boolean live = request.path("model").asText().equals("image-01-live");
        if (live && (request.hasNonNull("width") || request.hasNonNull("height"))) {
            return "width and height are for image-01 only";
        }
        if (live && request.path("aspect_ratio").asText().equals("21:9")) {
            return "aspect_ratio 21:9 is for image-01 only";
        }
        return !live && request.hasNonNull("style") ? "style is for image-01-live only" : null;
    }
}
