package io.minimaxmcp.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Usd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a call of the trial made, read from its structured result. */
record Made(Path file, String facts, Optional<Usd> cost) {

    static Made of(JsonNode result) {
        JsonNode artifact = result.path("artifacts").path(0);
        JsonNode cost = result.path("cost").path("estimated_usd");
        return new Made(
                Path.of(artifact.path("path").asText()),
                facts(artifact),
                cost.isNumber() ? Optional.of(Usd.of(cost.decimalValue())) : Optional.empty());
    }

    private static String facts(JsonNode artifact) {
        List<String> facts = new ArrayList<>();
        if (artifact.has("width")) {
            facts.add(artifact.path("width").asInt() + "x"
                    + artifact.path("height").asInt());
        }
        if (artifact.has("duration_ms")) {
            facts.add(String.format(
                    Locale.ROOT, "%.1f s", artifact.path("duration_ms").asLong() / 1000.0));
        }
        facts.add(size(artifact.path("bytes").asLong()));
        return String.join(" · ", facts);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
