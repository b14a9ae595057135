package io.minimaxmcp.tools.sandbox;

import static io.minimaxmcp.tools.sandbox.Field.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lyrics (reference, section 11.3): the sandbox is no poet, but it rhymes. */
final class LyricsRoutes {
    private static final Rules LYRICS = Rules.of(
                    text("mode").required().oneOf("write_full_song", "edit"),
                    text("prompt").length(0, 2000),
                    text("lyrics").length(0, 3500),
                    text("title"))
            .when(LyricsRoutes::complaint);

    private final World world;

    LyricsRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.first("POST", "/v1/lyrics_generation", this::write));
    }

    private Answer write(Call call) {
        ObjectNode request = call.json(LYRICS);
        world.take(call);
        String prompt = Faults.withoutMarkers(request.path("prompt").asText());
        String subject = prompt.isEmpty() ? "a grain of sand" : prompt;
        return Answer.success(Json.MAPPER
                .createObjectNode()
                .put("song_title", request.path("title").asText("Song of the Sandbox"))
                .put("style_tags", "Pop, Upbeat")
                .put("lyrics", lyrics(request.path("lyrics").asText(), subject)));
    }

    private static String lyrics(String earlier, String subject) {
        String song = "[Verse]\nI thought about " + subject + " all day\nIn a box of sand where nobody has to pay\n\n"
                + "[Chorus]\nOh, build it up and sing along\nNothing here was ever wrong";
        return earlier.isEmpty() ? song : earlier + "\n\n[Outro]\nAnd then there was " + subject;
    }

    private static @Nullable String complaint(JsonNode request) {
        boolean edits = request.path("mode").asText().equals("edit");
        boolean given = !request.path("lyrics").asText().isBlank();
        if (edits != given) {
            return edits ? "lyrics is required to edit them" : "lyrics is for mode edit only";
        }
        return null;
    }
}
