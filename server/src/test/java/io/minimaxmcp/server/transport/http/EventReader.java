package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events, event by event. */
final class EventReader implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private final Recording recording;

    EventReader(HttpResponse<InputStream> response, Recording recording) {
        this.recording = recording;
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next line whatever it is; null at the end. */
    @Nullable
    String line() {
        try {
            return lines.readLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The data of the next event that is more than a heartbeat. */
    String data() {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("data: ")) {
                recording.said(line.substring("data: ".length()));
                return line.substring("data: ".length());
            }
        }
        throw new AssertionError("the stream ended");
    }

    JsonNode next() {
        return HttpPeer.json(data());
    }

    /** Whether nothing more comes. */
    boolean isOver() {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith("data: ")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
