package io.minimaxmcp.server.config;

import java.util.List;
import java.util.Locale;

/**
 * One setting as users know it.
 *
 * @param name the environment variable; its flag is made from it
 * @param aliases other names of the same variable, looked at when {@code name} is not set
 * @param allowed what a value may be, in words
 * @param byDefault what holds when it is not set, in words
 * @param meaning one line for the README and {@code --help}
 * @param secret whether it has no flag (command lines are visible to others) and is never shown
 */
public record Setting(
        String name, List<String> aliases, String allowed, String byDefault, String meaning, boolean secret) {
    public Setting {
        aliases = List.copyOf(aliases);
    }

    /** {@code MINIMAX_MCP_OUTPUT_DIR} becomes {@code --output-dir}. */
    public String flag() {
        return "--" + words(name).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What tells a name from others: all begin alike. */
    static String words(String name) {
        return name.replaceFirst("^MINIMAX_(MCP_)?", "");
    }
}
