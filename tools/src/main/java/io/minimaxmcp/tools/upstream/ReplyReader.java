package io.minimaxmcp.tools.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells answers from refusals in both generations of the API: {@code base_resp} inside HTTP 200, and OpenAI-style errors with a real
 * status and MiniMax's code in parentheses at the end of the message. Whatever else arrives is judged by its HTTP status.
 */
final class ReplyReader {
    private static final Pattern CODE_AT_END = Pattern.compile("\\((\\d{4,5})\\)\\s*$");

    /** Reading takes several times as much memory as was received: large answers are read one after the other. */
    private static final int LARGE = 4 * 1024 * 1024;

    private final Object oneAtATime = new Object();
    private final UpstreamCodes codes;

    ReplyReader(UpstreamCodes codes) {
        this.codes = codes;
    }

    /** Throws a {@link Fault} for everything that is not a success. */
    Answer read(Endpoint endpoint, Reply reply) {
        JsonNode body = parse(reply);
        if (body == null) {
            throw fault(endpoint, reply, rowWithoutCode(reply), null, null, reply.traceId());
        }
        Integer code = codeOf(body);
        String trace = traceOf(body, reply);
        if (isSuccess(reply) && (isTaken(body, code) || isVerdictOnTask(endpoint, body))) {
            return new Answer(body, trace);
        }
        throw fault(endpoint, reply, rowOf(reply, code), said(body), code, trace);
    }

    private @Nullable JsonNode parse(Reply reply) {
        if (reply.body().size() < LARGE) {
            return parsed(reply);
        }
        synchronized (oneAtATime) {
            return parsed(reply);
        }
    }

    private static @Nullable JsonNode parsed(Reply reply) {
        try {
            JsonNode body = Json.MAPPER.readTree(reply.body().read());
            return body != null && body.isObject() && !body.isEmpty() ? body : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private CodeRow rowWithoutCode(Reply reply) {
        return isSuccess(reply) ? codes.fault(Fault.Line.BROKEN_ANSWER) : codes.status(reply.status());
    }

    private CodeRow rowOf(Reply reply, @Nullable Integer code) {
        if (code == null || code == 0) {
            return isSuccess(reply) ? codes.fault(Fault.Line.OTHER_CODE) : codes.status(reply.status());
        }
        CodeRow byCode = codes.code(code);
        if (isSuccess(reply)) {
            return byCode;
        }
        // Statuses 429 and 529 say "not taken" more surely than a code that only says that something broke.
        CodeRow byStatus = codes.status(reply.status());
        boolean statusIsSurer = byStatus.fate() == CodeRow.Fate.NOT_TAKEN && byCode.fate() != CodeRow.Fate.REFUSED;
        return statusIsSurer || !codes.documents(code) ? byStatus : byCode;
    }

    private static boolean isSuccess(Reply reply) {
        return reply.status() / 100 == 2;
    }

    /** A first-generation answer must say 0; one of the second says nothing. */
    private static boolean isTaken(JsonNode body, @Nullable Integer code) {
        return code == null ? !body.hasNonNull("error") : code == 0;
    }

    /** The query of a failed task brings the task's code in {@code base_resp}: the query itself went well. */
    private static boolean isVerdictOnTask(Endpoint endpoint, JsonNode body) {
        return endpoint.method() == Endpoint.Method.GET
                && body.hasNonNull("task_id")
                && !body.path("status").asText("").isEmpty();
    }

    private static @Nullable Integer codeOf(JsonNode body) {
        JsonNode code = body.path("base_resp").path("status_code");
        if (code.isInt() || (code.isTextual() && code.asText().matches("\\d{1,6}"))) {
            return code.asInt();
        }
        Matcher atEnd = CODE_AT_END.matcher(body.path("error").path("message").asText(""));
        return atEnd.find() ? Integer.valueOf(atEnd.group(1)) : null;
    }

    private static @Nullable String said(JsonNode body) {
        JsonNode message = body.path("base_resp").path("status_msg");
        String text = message.isTextual()
                ? message.asText()
                : CODE_AT_END
                        .matcher(body.path("error").path("message").asText(""))
                        .replaceFirst("");
        return VendorText.clean(text);
    }

    private static @Nullable String traceOf(JsonNode body, Reply reply) {
        if (reply.traceId() != null) {
            return reply.traceId();
        }
        for (String name : new String[] {"trace_id", "request_id", "id"}) {
            JsonNode trace = body.path(name);
            if (trace.isTextual() && !trace.asText().isBlank()) {
                return VendorText.clean(trace.asText());
            }
        }
        return null;
    }

    private static Fault fault(
            Endpoint endpoint,
            Reply reply,
            CodeRow row,
            @Nullable String said,
            @Nullable Integer code,
            @Nullable String trace) {
        return new Fault(row, row.failure(endpoint.repeat(), said, code, trace), reply.retryAfter(), null);
    }
}
