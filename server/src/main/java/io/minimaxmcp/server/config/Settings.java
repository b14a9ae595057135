package io.minimaxmcp.server.config;

import io.minimaxmcp.tools.upstream.Lane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of all settings, in the order in which the README shows them. */
public final class Settings {
    static final Setting API_KEY =
            secret("MINIMAX_API_KEY", "your MiniMax key, without spaces", "none", "MiniMax API key");
    static final Setting REGION =
            of("MINIMAX_REGION", "auto, global, mainland", "auto", "which MiniMax the key belongs to");
    static final Setting API_HOST =
            of("MINIMAX_API_HOST", "a host, with or without /v1", "by region", "explicit host; wins over the region");
    static final Setting API_DIALECT =
            of("MINIMAX_API_DIALECT", "platform, reference", "platform", "wire format spoken to MiniMax");
    static final Setting OUTPUT_DIR = new Setting(
            "MINIMAX_MCP_OUTPUT_DIR",
            List.of("MINIMAX_MCP_BASE_PATH"),
            "a folder",
            "~/minimax-mcp/output",
            "where results are saved",
            false);
    static final Setting DATA_DIR = of(
            "MINIMAX_MCP_DATA_DIR",
            "a folder",
            "~/.local/share/minimax-mcp (%LOCALAPPDATA% on Windows)",
            "where the job ledger lives");
    static final Setting LEDGER = of(
            "MINIMAX_MCP_LEDGER",
            "a jdbc:sqlite: or jdbc:postgresql: URL",
            "SQLite in the data folder",
            "where jobs live; PostgreSQL for many replicas");
    static final Setting INPUT_DIRS = of(
            "MINIMAX_MCP_INPUT_DIRS",
            "folders, separated by : (; on Windows)",
            "the output folder",
            "folders from which local files may be read");
    static final Setting RESULT_MODE = new Setting(
            "MINIMAX_MCP_RESULT_MODE",
            List.of("MINIMAX_API_RESOURCE_MODE"),
            "file, url",
            "file over stdio, url over HTTP",
            "whether results are saved or only linked",
            false);
    static final Setting TOOLSETS = of(
            "MINIMAX_MCP_TOOLSETS",
            "some of image, video, speech, music, voice, jobs, account, files, lyrics, transcription, enhancement, separated by commas, or all: all but the last four",
            "all",
            "which groups of tools are offered");
    static final Setting READ_ONLY =
            of("MINIMAX_MCP_READ_ONLY", "true, false", "false", "offers only tools that cost and change nothing");
    static final Setting BUDGET_USD = of(
            "MINIMAX_MCP_BUDGET_USD",
            "US dollars, 0 or more",
            "none",
            "spending limit per UTC day, of each MiniMax key: all who use the server's spend it together");
    static final Setting PER_CALL_USD = new Setting(
            "MINIMAX_MCP_PER_CALL_USD",
            List.of("MINIMAX_MCP_BUDGET_PER_CALL_USD"),
            "US dollars, 0 or more",
            "none",
            "spending limit per call",
            false);
    static final Setting CONFIRM_USD =
            of("MINIMAX_MCP_CONFIRM_USD", "US dollars, 0 or more", "none", "a call above this asks the person first");
    static final Setting BUDGET_MODE = of(
            "MINIMAX_MCP_BUDGET_MODE",
            "off, warn, enforce",
            "enforce once a limit is set",
            "what happens at a spending limit");
    static final Setting WAIT_SECONDS = of(
            "MINIMAX_MCP_WAIT_SECONDS",
            "0 to 3600",
            "by client; 50 for unknown ones",
            "longest a call waits for a job");
    static final Setting POLL_SECONDS = of(
            "MINIMAX_MCP_POLL_SECONDS",
            "1 to 300",
            "10, sooner at first; 1 in the sandbox",
            "time between two looks at a running job");
    static final Setting HOST_GLOBAL = of(
            "MINIMAX_MCP_HOST_GLOBAL", "an http or https host", "https://api.minimax.io", "host of the global region");
    static final Setting HOST_MAINLAND = of(
            "MINIMAX_MCP_HOST_MAINLAND",
            "an http or https host",
            "https://api.minimax.cn",
            "host of the mainland region");
    static final Setting CATALOG =
            of("MINIMAX_MCP_CATALOG", "a JSON file", "none", "a file laid over the model catalogue");
    static final Setting ANY_MODEL =
            of("MINIMAX_MCP_ANY_MODEL", "true, false", "false", "passes model ids on that the catalogue does not know");
    static final Setting KEEP_DAYS =
            of("MINIMAX_MCP_KEEP_DAYS", "1 to 3650", "90", "how long finished jobs stay in the ledger");
    static final Setting AUTH_TOKEN = secret(
            "MINIMAX_MCP_AUTH_TOKEN",
            "at least 16 characters",
            "none",
            "bearer token that HTTP clients must send; off loopback this or OAuth is needed");
    static final Setting ALLOWED_HOSTS = of(
            "MINIMAX_MCP_ALLOWED_HOSTS", "host names, separated by commas", "loopback names", "Host headers accepted");
    static final Setting ALLOWED_ORIGINS = of(
            "MINIMAX_MCP_ALLOWED_ORIGINS", "origins, separated by commas", "loopback names", "Origin headers accepted");
    static final Setting PUBLIC_URL = of(
            "MINIMAX_MCP_PUBLIC_URL",
            "an http or https URL without a query",
            "where the server listens",
            "where clients reach the HTTP server, behind a proxy for example");
    static final Setting LINK_SECRET = secret(
            "MINIMAX_MCP_LINK_SECRET",
            "at least 32 characters",
            "a key made in the data folder",
            "what download links are signed with; the same for all servers behind one address");
    static final Setting LINK_MINUTES =
            of("MINIMAX_MCP_LINK_MINUTES", "1 to 10080", "60", "how long a download link over HTTP holds");
    static final Setting METRICS_PORT = of(
            "MINIMAX_MCP_METRICS_PORT",
            "a port of loopback, or ADDRESS:PORT, where whoever reaches it may read",
            "no metrics",
            "where http tells /metrics for Prometheus");
    static final Setting OAUTH_ISSUER = of(
            "MINIMAX_MCP_OAUTH_ISSUER",
            "an https URL; only together with MINIMAX_MCP_OAUTH_JWKS_URL",
            "none",
            "authorization server whose tokens (JWT) let HTTP clients in");
    static final Setting OAUTH_JWKS_URL = of(
            "MINIMAX_MCP_OAUTH_JWKS_URL",
            "an https URL; only together with MINIMAX_MCP_OAUTH_ISSUER",
            "none",
            "where the issuer's public keys are");
    static final Setting OAUTH_AUDIENCE =
            of("MINIMAX_MCP_OAUTH_AUDIENCE", "any text", "the public URL with /mcp", "who tokens must be made for");
    static final Setting OAUTH_SCOPES =
            of("MINIMAX_MCP_OAUTH_SCOPES", "scopes, separated by commas", "none", "scopes that a token must hold");
    static final Setting REQUEST_LOG = of(
            "MINIMAX_MCP_REQUEST_LOG",
            "true, false",
            "false",
            "logs each HTTP request as a line of JSON on stderr, without prompts and keys");
    private static final Map<Lane, Setting> RATES = rates();

    /** Every setting, in the README's order. */
    public static final List<Setting> ALL = all();

    private Settings() {}

    /** Requests a minute of one lane. */
    static Setting rate(Lane lane) {
        return java.util.Objects.requireNonNull(RATES.get(lane));
    }

    private static Map<Lane, Setting> rates() {
        Map<Lane, Setting> rates = new LinkedHashMap<>();
        for (Lane lane : Lane.values()) {
            rates.put(
                    lane,
                    of(
                            "MINIMAX_MCP_RATE_" + lane,
                            "1 to 100000",
                            lane == Lane.H3 ? "as VIDEO where that is set, else by the catalogue" : "by the catalogue",
                            "requests a minute in the " + lane + " lane"));
        }
        return rates;
    }

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>(Arrays.asList(
                API_KEY,
                REGION,
                API_HOST,
                API_DIALECT,
                OUTPUT_DIR,
                DATA_DIR,
                LEDGER,
                INPUT_DIRS,
                RESULT_MODE,
                TOOLSETS,
                READ_ONLY,
                BUDGET_USD,
                PER_CALL_USD,
                CONFIRM_USD,
                BUDGET_MODE,
                WAIT_SECONDS));
        all.addAll(RATES.values());
        all.addAll(Arrays.asList(
                POLL_SECONDS,
                HOST_GLOBAL,
                HOST_MAINLAND,
                CATALOG,
                ANY_MODEL,
                KEEP_DAYS,
                AUTH_TOKEN,
                ALLOWED_HOSTS,
                ALLOWED_ORIGINS,
                PUBLIC_URL,
                LINK_SECRET,
                LINK_MINUTES,
                METRICS_PORT,
                OAUTH_ISSUER,
                OAUTH_JWKS_URL,
                OAUTH_AUDIENCE,
                OAUTH_SCOPES,
                REQUEST_LOG));
        return List.copyOf(all);
    }

    private static Setting of(String name, String allowed, String byDefault, String meaning) {
        return new Setting(name, List.of(), allowed, byDefault, meaning, false);
    }

    private static Setting secret(String name, String allowed, String byDefault, String meaning) {
        return new Setting(name, List.of(), allowed, byDefault, meaning, true);
    }
}
