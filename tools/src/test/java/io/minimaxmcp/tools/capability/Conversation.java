package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool and all that went over the wire for it, as a file under {@code src/test/resources/conversations/<tool>}.
 *
 * <p>Texts may hold {@code ${host}}, {@code ${base64:png}}, {@code ${hex:mp3}}, {@code ${data:sample}} (a data URI), {@code ${file:sample}}
 * (a path) and {@code ${before:/0/job_id}} (a value of the results of the earlier calls).
 *
 * @param before calls made first, which must succeed
 * @param upstream what MiniMax is asked and answers, in order for each path
 * @param result what the structured result must hold at least
 * @param text what the result's text must contain
 * @param error what the failure must hold at least
 * @param posts how many POSTs went out in all
 */
record Conversation(
        @Nullable Setting settings,
        List<Earlier> before,
        ObjectNode arguments,
        @Nullable Integer patienceS,
        List<Exchange> upstream,
        @Nullable JsonNode result,
        @Nullable String text,
        @Nullable JsonNode error,
        int posts) {
    Conversation {
        before = before == null ? List.of() : List.copyOf(before);
        upstream = upstream == null ? List.of() : List.copyOf(upstream);
        if ((result == null) == (error == null)) {
            throw new IllegalArgumentException("a conversation ends in either a result or an error");
        }
    }

    /**
     * What differs from the usual settings.
     *
     * @param onlyLinks whether results stay where MiniMax has them
     */
    record Setting(
            String dialect,
            @Nullable Boolean anyModel,
            @Nullable Double timeoutScale,
            @Nullable ObjectNode catalog,
            @Nullable Boolean onlyLinks) {
        Setting {
            dialect = dialect == null ? "platform" : dialect;
        }
    }

    /** A call made first. */
    record Earlier(String tool, ObjectNode arguments) {}

    /**
     * One request and its answer.
     *
     * @param forever whether the path goes on like this, however often it is asked, also never
     */
    record Exchange(Expected expect, Given answer, boolean forever) {}

    /**
     * What a request must be like.
     *
     * @param body what the JSON body must hold at least; a null says that a member must not be there
     * @param contains texts that a body of any kind must contain
     */
    record Expected(
            String method,
            String path,
            @Nullable ObjectNode query,
            @Nullable JsonNode body,
            List<String> contains) {
        Expected {
            contains = contains == null ? List.of() : List.copyOf(contains);
        }
    }

    /**
     * What is answered: JSON, a specimen, raw text, or nothing good.
     *
     * @param fault {@code reset}, {@code reset_after_headers}, {@code cut_off} or {@code silence}
     */
    record Given(
            @Nullable Integer status,
            @Nullable ObjectNode headers,
            @Nullable JsonNode body,
            @Nullable String media,
            @Nullable String raw,
            @Nullable String fault) {}

    static Conversation parse(String text) {
        try {
            return Json.MAPPER.readValue(text, Conversation.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalArgumentException("not a conversation: " + wrong.getMessage(), wrong);
        }
    }
}
