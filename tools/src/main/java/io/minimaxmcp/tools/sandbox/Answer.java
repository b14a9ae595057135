package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes back over the wire, and how.
 *
 * @param body made when the answer leaves: off the event loop if {@code heavy}
 * @param hold where it is kept back until a test lets it go
 */
record Answer(
        int status,
        Map<String, String> headers,
        Content body,
        boolean heavy,
        Duration delay,
        Ending ending,
        @Nullable Hold hold) {
    private static final byte[] NOTHING = {};

    /** Bytes to be. */
    interface Content {
        byte[] bytes() throws Exception;
    }

    /** How the exchange ends. */
    enum Ending {
        WHOLE,
        /** Half of the body leaves, then the connection dies. */
        BREAKS_OFF,
        /** The connection dies without a byte of an answer. */
        NO_ANSWER
    }

    static Answer of(int status, String type, Content body) {
        return new Answer(status, Map.of("Content-Type", type), body, false, Duration.ZERO, Ending.WHOLE, null);
    }

    static Answer text(int status, String type, String text) {
        return of(status, type, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, ObjectNode body) {
        return text(status, "application/json; charset=utf-8", body.toString());
    }

    /** The first generation's yes. */
    static Answer success(ObjectNode body) {
        return json(200, succeeded(body));
    }

    /** The same for an answer that holds media and takes time to make. */
    static Answer successWith(JsonContent body) {
        return of(
                        200,
                        "application/json; charset=utf-8",
                        () -> succeeded(body.json()).toString().getBytes(StandardCharsets.UTF_8))
                .madeAside();
    }

    /** A JSON object to be. */
    interface JsonContent {
        ObjectNode json() throws Exception;
    }

    static Answer noAnswer() {
        return of(200, "text/plain", () -> NOTHING).ending(Ending.NO_ANSWER);
    }

    private static ObjectNode succeeded(ObjectNode body) {
        body.putObject("base_resp").put("status_code", 0).put("status_msg", "success");
        return body;
    }

    Answer madeAside() {
        return new Answer(status, headers, body, true, delay, ending, hold);
    }

    Answer header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, heavy, delay, ending, hold);
    }

    Answer after(Duration newDelay) {
        return new Answer(status, headers, body, heavy, newDelay, ending, hold);
    }

    Answer ending(Ending newEnding) {
        return new Answer(status, headers, body, heavy, delay, newEnding, hold);
    }

    /** Keeps back a whole answer; one that dies on the way cannot be kept. */
    Answer held(Hold newHold) {
        return new Answer(status, headers, body, heavy, delay, ending, newHold);
    }

    Answer withBody(UnaryOperator<byte[]> change) {
        return new Answer(status, headers, () -> change.apply(body.bytes()), heavy, delay, ending, hold);
    }
}
