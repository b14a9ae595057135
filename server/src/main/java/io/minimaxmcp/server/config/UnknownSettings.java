package io.minimaxmcp.server.config;

import io.minimaxmcp.schemas.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Variables that are named as settings are and are none: whoever set one believes that it does something. */
final class UnknownSettings {
    private static final String PREFIX = "MINIMAX_MCP_";

    /** What the launcher reads, or sets. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of(
            "MINIMAX_MCP_JAVA",
            "MINIMAX_MCP_JAVA_OPTS",
            "MINIMAX_MCP_NO_ARCHIVE",
            "MINIMAX_MCP_LAUNCHER",
            "MINIMAX_MCP_TERMINAL");

    /** What Kubernetes sets in every pod beside a service that is called minimax-mcp. */
    private static final String OF_A_SERVICE = PREFIX + "(SERVICE|PORT)(_.*)?";

    private static final List<String> OF_MONEY = List.of("BUDGET", "USD", "SPEND", "COST", "LIMIT");

    private UnknownSettings() {}

    /** A limit on spending that would not hold stops the start; of all else a warning is logged. */
    static void check(Map<String, String> environment) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            boolean isSet = name.startsWith(PREFIX) && !variable.getValue().isBlank();
            if (isSet && !isKnown(name)) {
                unknown(name);
            }
        }
    }

    private static boolean isKnown(String name) {
        return names().anyMatch(name::equals) || OF_THE_LAUNCHER.contains(name) || name.matches(OF_A_SERVICE);
    }

    private static void unknown(String name) {
        String meant = Nearest.to(
                        Setting.words(name), names().map(Setting::words).toList())
                .flatMap(near -> names().filter(known -> Setting.words(known).equals(near))
                        .findFirst())
                .map(known -> "Did you mean " + known + "?")
                .orElse("The README lists all settings.");
        if (OF_MONEY.stream().anyMatch(name::contains)) {
            throw new BadSettingException(name, name + " is no setting, so it would limit nothing. " + meant);
        }
        // Got here and not before: a start without such variables needs no logger.
        LoggerFactory.getLogger(UnknownSettings.class)
                .atWarn()
                .log("{} is no setting and does nothing. {}", name, meant);
    }

    private static Stream<String> names() {
        return Settings.ALL.stream()
                .flatMap(setting -> Stream.concat(Stream.of(setting.name()), setting.aliases().stream()));
    }
}
