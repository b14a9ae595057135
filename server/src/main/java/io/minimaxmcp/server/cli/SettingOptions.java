package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.config.ConfigReader;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.config.Setting;
import io.minimaxmcp.server.config.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every command {@code --sandbox} and one option for each setting that is no secret. */
public final class SettingOptions {
    private static final String HELP = "--help";

    private final Map<String, String> environment;
    private final Map<String, String> flags = new HashMap<>();
    private boolean sandbox;

    SettingOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The settings as given on the command line and in the environment. */
    ServerConfig config() {
        return new ConfigReader(flags, environment, sandbox).read();
    }

    void addTo(CommandLine command) {
        add(command.getCommandSpec());
        command.getSubcommands().values().forEach(this::addTo);
    }

    private void add(CommandSpec command) {
        if (command.findOption(HELP) == null) {
            command.addOption(OptionSpec.builder("-h", HELP)
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build());
        }
        command.addOption(OptionSpec.builder("--sandbox")
                .arity("0")
                .type(boolean.class)
                .description("MiniMax runs inside this process: no key, no network, no cost")
                .setter(setter(value -> sandbox = Boolean.TRUE.equals(value)))
                .build());
        Settings.ALL.stream()
                .filter(setting -> !setting.secret())
                .filter(setting -> command.findOption(setting.flag()) == null)
                .forEach(setting -> command.addOption(option(setting)));
    }

    private OptionSpec option(Setting setting) {
        return OptionSpec.builder(setting.flag())
                .arity("1")
                .type(String.class)
                .paramLabel("VALUE")
                .hidden(true)
                .description(setting.meaning() + "; " + setting.allowed() + " (" + setting.name() + ")")
                .setter(setter(value -> {
                    if (value != null) {
                        flags.put(setting.flag(), value.toString());
                    }
                }))
                .build();
    }

    private static ISetter setter(java.util.function.Consumer<Object> keep) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                keep.accept(value);
                return value;
            }
        };
    }

    static String help(ArgSpec option) {
        return String.join(" ", option.description());
    }
}
