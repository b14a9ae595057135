package io.minimaxmcp.server.config;

import static io.minimaxmcp.server.config.Settings.*;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Hosts;
import io.minimaxmcp.tools.upstream.Lane;
import io.minimaxmcp.tools.upstream.Region;
import io.minimaxmcp.tools.upstream.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads all settings: flag before environment before default. A bad value stops the start, named. */
public final class ConfigReader {
    private static final List<String> LOOPBACK_NAMES = List.of("localhost", "127.0.0.1", "[::1]");
    static final Set<String> TOOLSET_NAMES = Set.of(
            "image",
            "video",
            "speech",
            "music",
            "voice",
            "jobs",
            "account",
            "files",
            "lyrics",
            "transcription",
            "enhancement");
    /** What is offered where nothing is said: all but what is seldom needed. */
    static final Set<String> USUAL_TOOLSETS = Set.of("image", "video", "speech", "music", "voice", "jobs", "account");

    private static final int SHORTEST_TOKEN = 16;

    private final Map<String, String> environment;
    private final Values values;
    private final Folders folders;
    private final boolean sandbox;

    /**
     * @param flags by flag name ({@code --output-dir})
     * @param environment as the process sees it
     */
    public ConfigReader(Map<String, String> flags, Map<String, String> environment, boolean sandbox) {
        this.environment = environment;
        this.folders = new Folders(environment);
        this.values = new Values(flags, environment, folders.home());
        this.sandbox = sandbox;
    }

    /** Throws {@link BadSettingException} at the first value that is not allowed, and where a limit on spending is misspelt. */
    public ServerConfig read() {
        UnknownSettings.check(environment);
        Path output = values.path(OUTPUT_DIR).orElseGet(folders::output);
        return new ServerConfig(
                sandbox,
                values.parsed(API_KEY, Secret::new),
                values.oneOf(REGION, Region.class).orElse(Region.AUTO),
                values.host(API_HOST),
                values.host(HOST_GLOBAL).orElse(Hosts.DEFAULTS.global()),
                values.host(HOST_MAINLAND).orElse(Hosts.DEFAULTS.mainland()),
                values.oneOf(API_DIALECT, Dialect.class).orElse(Dialect.PLATFORM),
                folders.home(),
                output,
                values.path(DATA_DIR).orElseGet(folders::data),
                ledger(),
                values.paths(INPUT_DIRS).orElse(List.of(output)),
                values.oneOf(RESULT_MODE, ResultMode.class),
                toolsets(),
                values.yes(READ_ONLY),
                budget(),
                values.number(WAIT_SECONDS, 0, 3600).map(Duration::ofSeconds),
                rates(),
                Duration.ofSeconds(values.number(POLL_SECONDS, 1, 300).orElse(sandbox ? 1 : 10)),
                values.path(CATALOG),
                values.yes(ANY_MODEL),
                Duration.ofDays(values.number(KEEP_DAYS, 1, 3650).orElse(90)),
                token(),
                values.list(ALLOWED_HOSTS).orElse(LOOPBACK_NAMES),
                values.list(ALLOWED_ORIGINS).orElse(LOOPBACK_NAMES),
                new HttpConfigReader(values).read());
    }

    private Optional<String> ledger() {
        return values.parsed(LEDGER, url -> {
            if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(url);
            }
            return url;
        });
    }

    private Set<String> toolsets() {
        return values.parsed(TOOLSETS, text -> {
                    Set<String> names = new HashSet<>();
                    for (String name : text.split(",", -1)) {
                        names.add(name.strip().toLowerCase(Locale.ROOT));
                    }
                    names.remove("");
                    if (names.remove("all")) {
                        names.addAll(USUAL_TOOLSETS);
                    }
                    if (names.isEmpty() || !TOOLSET_NAMES.containsAll(names)) {
                        throw new IllegalArgumentException(text);
                    }
                    return names;
                })
                .orElse(USUAL_TOOLSETS);
    }

    private Budget budget() {
        Optional<Usd> day = values.dollars(BUDGET_USD);
        Optional<Usd> call = values.dollars(PER_CALL_USD);
        Optional<Usd> confirm = values.dollars(CONFIRM_USD);
        Budget.Mode mode = values.oneOf(BUDGET_MODE, Budget.Mode.class).orElse(Budget.Mode.ENFORCE);
        return new Budget(mode, day.orElse(null), call.orElse(null), confirm.orElse(null));
    }

    private Map<Lane, Integer> rates() {
        Map<Lane, Integer> rates = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            values.number(rate(lane), 1, 100_000).ifPresent(rate -> rates.put(lane, rate));
        }
        // Who holds videos back means all of them.
        Integer videos = rates.get(Lane.VIDEO);
        if (videos != null) {
            rates.putIfAbsent(Lane.H3, videos);
        }
        return rates;
    }

    private Optional<Secret> token() {
        return values.parsed(AUTH_TOKEN, text -> {
            if (text.length() < SHORTEST_TOKEN) {
                throw new IllegalArgumentException();
            }
            return new Secret(text);
        });
    }
}
