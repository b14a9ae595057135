package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.upstream.ScriptedServer;
import io.minimaxmcp.tools.upstream.ScriptedServer.Request;
import io.minimaxmcp.tools.upstream.ScriptedServer.Turn;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Plays MiniMax's part of a conversation on a real socket, and notes everything that was not as recorded. */
final class ScriptedMiniMax implements AutoCloseable {
    private final ScriptedServer server = new ScriptedServer();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();

    URI host() {
        return server.uri();
    }

    /** Learns what is to come; the same path is answered in order, and never more often than recorded. */
    void learn(List<Conversation.Exchange> exchanges, Placeholders places, Specimens specimens) {
        Map<String, List<Turn>> byPath = new LinkedHashMap<>();
        for (Conversation.Exchange exchange : exchanges) {
            byPath.computeIfAbsent(exchange.expect().path(), path -> new ArrayList<>())
                    .add(turn(exchange, places, specimens));
        }
        exchanges.stream()
                .filter(exchange -> !exchange.forever())
                .map(exchange -> exchange.expect().path())
                .distinct()
                .forEach(path -> closed(path, byPath, exchanges));
        byPath.forEach((path, turns) -> server.on(path, turns.toArray(Turn[]::new)));
    }

    private void closed(String path, Map<String, List<Turn>> byPath, List<Conversation.Exchange> exchanges) {
        boolean open = exchanges.stream()
                .anyMatch(exchange ->
                        exchange.forever() && exchange.expect().path().equals(path));
        List<Turn> turns = byPath.get(path);
        if (!open && turns != null) {
            turns.add((request, socket) -> refuse(request, socket, "once too often"));
        }
    }

    int posts() {
        return posts.get();
    }

    /** How many exchanges took place that had to. */
    int played() {
        return played.get();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private Turn turn(Conversation.Exchange exchange, Placeholders places, Specimens specimens) {
        return (request, socket) -> {
            if (!exchange.forever()) {
                played.incrementAndGet();
            }
            if (request.method().equals("POST")) {
                posts.incrementAndGet();
            }
            check(exchange.expect(), request, places);
            answer(exchange.answer(), places, specimens).play(request, socket);
        };
    }

    private void refuse(Request request, Socket socket, String why) throws IOException {
        if (request.method().equals("POST")) {
            posts.incrementAndGet();
        }
        complaints.add(request.method() + " " + request.path() + " came " + why);
        ScriptedServer.answer(400, "text/plain", "not in the conversation").play(request, socket);
    }

    private void check(Conversation.Expected expected, Request request, Placeholders places) {
        String where = request.method() + " " + request.path();
        if (!request.method().equals(expected.method())) {
            complaints.add(where + " was to be a " + expected.method());
        }
        if (expected.query() != null) {
            complaints.addAll(Subset.differences(where + "?", expected.query(), query(request)));
        }
        if (expected.body() != null) {
            complaints.addAll(Subset.differences(where, places.in(expected.body()), json(request)));
        }
        for (String part : expected.contains()) {
            if (!request.body().contains(places.in(part))) {
                complaints.add(where + " lacks " + part);
            }
        }
    }

    private static JsonNode json(Request request) {
        try {
            return Json.MAPPER.readTree(request.body());
        } catch (JsonProcessingException notJson) {
            return Json.MAPPER.createObjectNode().put("not_json", request.body());
        }
    }

    private static ObjectNode query(Request request) {
        ObjectNode query = Json.MAPPER.createObjectNode();
        int start = request.target().indexOf('?');
        String all = start < 0 ? "" : request.target().substring(start + 1);
        Stream.of(all.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return query;
    }

    private Turn answer(Conversation.Given given, Placeholders places, Specimens specimens) {
        int status = given.status() == null ? 200 : given.status();
        if (given.fault() != null) {
            return switch (given.fault()) {
                case "reset" -> ScriptedServer.reset();
                case "reset_after_headers" -> ScriptedServer.resetAfterHeaders();
                case "cut_off" -> ScriptedServer.cutOff(5000, "{\"data\":");
                case "silence" -> server.silence();
                default -> throw new IllegalArgumentException("unknown fault " + given.fault());
            };
        }
        String[] headers = headers(given);
        if (given.media() != null) {
            byte[] bytes = specimens.get(given.media());
            String type = Specimens.mimeType(given.media());
            return (request, socket) -> {
                ScriptedServer.head(
                        socket, status, "Content-Type: " + type, "Content-Length: " + bytes.length, headers);
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            };
        }
        return given.raw() != null
                ? ScriptedServer.answer(status, "text/html", given.raw(), headers)
                : ScriptedServer.answer(
                        status,
                        "application/json",
                        given.body() == null ? "" : places.in(given.body()).toString(),
                        headers);
    }

    private static String[] headers(Conversation.Given given) {
        return given.headers() == null
                ? new String[0]
                : given.headers().properties().stream()
                        .map(header ->
                                header.getKey() + ": " + header.getValue().asText())
                        .toArray(String[]::new);
    }

    @Override
    public void close() {
        server.close();
    }
}
