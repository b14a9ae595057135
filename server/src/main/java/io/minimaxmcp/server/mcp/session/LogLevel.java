package io.minimaxmcp.server.mcp.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a message to the client matters, least first: the names of MCP, which are those of syslog. */
enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY;

    static Optional<LogLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
