package io.minimaxmcp.server.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.LedgerHomes;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Examines an installation. Asks MiniMax one free question to see whether key and host belong together. */
public final class Doctor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerConfig config;

    public Doctor(ServerConfig config) {
        this.config = config;
    }

    public List<Check> examine() {
        Stream<Check> own =
                Stream.of(java(), key(), folder("output folder", config.outputDir(), "MINIMAX_MCP_OUTPUT_DIR"));
        Check data = folder("data folder", config.dataDir(), "MINIMAX_MCP_DATA_DIR");
        Stream<Check> asked = data.ok() ? Stream.of(data, ledger(), minimax()) : Stream.of(data);
        return Stream.concat(own, asked).toList();
    }

    private static Check java() {
        return Check.passed("Java", Runtime.version() + " at " + System.getProperty("java.home"));
    }

    private Check key() {
        if (config.sandbox()) {
            return Check.passed("key", "none needed in the sandbox");
        }
        return config.apiKey()
                .map(key -> Check.passed("key", key.fingerprint()))
                .orElseGet(
                        () -> Check.failed(
                                "key",
                                "MINIMAX_API_KEY is not set",
                                "Get a key at platform.minimax.io (or platform.minimaxi.com) and put it into the environment of the server."));
    }

    /** By making a file: asking for permissions does not tell about read-only and full disks. */
    private static Check folder(String what, Path folder, String setting) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".doctor", ".tmp"));
            return Check.passed(what, folder + " can be written");
        } catch (IOException refused) {
            return Check.failed(
                    what,
                    folder + " cannot be written (" + refused.getClass().getSimpleName() + ")",
                    "Make it writable, or set " + setting + " to a folder that is.");
        }
    }

    private Check ledger() {
        return call(
                "list_jobs",
                "job ledger",
                answer -> answer.path("jobs").size() + " recent jobs in "
                        + config.ledger()
                                .map(url -> url.replaceFirst("\\?.*", ""))
                                .orElse(config.dataDir().toString())
                        + damaged());
    }

    private String damaged() {
        List<Path> setAside = LedgerHomes.setAside(config);
        return setAside.isEmpty()
                ? ""
                : "; one that was damaged is kept as " + setAside.get(setAside.size() - 1)
                        + ": jobs in it that list_jobs does not show are at MiniMax only";
    }

    private Check minimax() {
        if (!config.sandbox() && config.apiKey().isEmpty()) {
            return Check.failed("MiniMax", "not asked, without a key", "Set MINIMAX_API_KEY first.");
        }
        Check voices =
                call("list_voices", "MiniMax", answer -> answer.path("total").asInt() + " voices");
        return voices.ok()
                ? call(
                        "status",
                        "MiniMax",
                        answer -> answer.path("host").asText() + ": "
                                + answer.path("region").asText() + " " + voices.finding() + ". "
                                + answer.path("balance").asText(""))
                : voices;
    }

    private Check call(String tool, String what, java.util.function.Function<JsonNode, String> finding) {
        try (Application application = new Application(config.offeringAll(), Stay.FOR_ONE_CALL, ResultMode.FILE)) {
            JsonNode answer = Json.MAPPER.valueToTree(application
                    .toolbox()
                    .call(tool, Json.MAPPER.createObjectNode(), CallContext.local(PATIENCE))
                    .toCompletableFuture()
                    .join()
                    .structured());
            return Check.passed(what, finding.apply(answer).strip());
        } catch (CompletionException thrown) {
            ToolException known = ToolException.in(thrown);
            if (known == null) {
                throw thrown;
            }
            Failure failure = known.failure();
            return Check.failed(what, failure.message(), failure.nextStep());
        }
    }
}
