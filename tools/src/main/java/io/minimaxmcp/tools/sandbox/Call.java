package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request as the routes see it.
 *
 * @param tail what follows the route's path, for routes that end in an id
 * @param form the parts of a multipart body, if it is one
 * @param mischief the faults that somebody asked for
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one request; nobody compares calls
record Call(
        String id,
        String method,
        String path,
        String tail,
        MultiMap query,
        MultiMap headers,
        byte[] body,
        @Nullable Form form,
        Mischief mischief) {

    Call with(Mischief asked) {
        return new Call(id, method, path, tail, query, headers, body, form, asked);
    }

    Call at(Route route) {
        return new Call(id, method, path, path.substring(route.path().length()), query, headers, body, form, mischief);
    }

    /** The body as a JSON object that keeps to the rules. */
    ObjectNode json(Rules rules) {
        ObjectNode json = json();
        rules.check(json);
        return json;
    }

    ObjectNode json() {
        if (!header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Refusal.invalid("Content-Type must be application/json");
        }
        try {
            JsonNode read = Json.MAPPER.readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.invalid("the body must be a JSON object");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Refusal.invalid("the body cannot be read");
        }
    }

    Form multipart() {
        if (form == null) {
            throw Refusal.invalid("Content-Type must be multipart/form-data");
        }
        return form;
    }

    String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    String query(String name) {
        String value = query.get(name);
        return value == null ? "" : value;
    }

    String requiredQuery(String name) {
        String value = query(name);
        if (value.isBlank()) {
            throw Refusal.invalid(name + " is required");
        }
        return value;
    }

    List<String> queries(String name) {
        return query.getAll(name);
    }

    /** An absolute URL on this sandbox. */
    String url(String pathOnHost) {
        return "http://" + header("Host") + pathOnHost;
    }

    /** The bearer key; empty without one. */
    String key() {
        String authorization = header("Authorization");
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).trim()
                : "";
    }
}
