package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.config.BadSettingException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Finds the command that was typed, runs it, and turns what went wrong into a sentence and an exit code. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final int USAGE = 64;
    private static final int BUG = 70;
    private static final int CONFIG = 78;
    private static final List<String> CALL_FLAGS = List.of("--json", "--output", "--sandbox");

    private final Terminal terminal;
    private final CommandLine commands;

    public Cli(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        SettingOptions settings = new SettingOptions(environment);
        Optional<String> launcher = Optional.ofNullable(environment.get("MINIMAX_MCP_LAUNCHER"));
        commands = new CommandLine(new RootCommand(terminal, settings))
                .addSubcommand(new StdioCommand(terminal, settings))
                .addSubcommand(new HttpCommand(terminal, settings))
                .addSubcommand(new TryCommand(terminal, settings, launcher))
                .addSubcommand(new CallCommand(terminal, settings))
                .addSubcommand(new DoctorCommand(terminal, settings))
                .addSubcommand(new ConfigCommand(terminal, launcher));
        settings.addTo(commands);
        commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }

    /** The process's exit code. */
    public int run(String... args) {
        List<String> typed = Arrays.asList(args);
        try {
            List<String> call = TaskLine.isOne(typed) ? TaskLine.toCall(typed, this::isOwn) : typed;
            return commands.execute(call.toArray(String[]::new));
        } catch (UsageException wrong) {
            return failed(wrong);
        }
    }

    /** Whether a flag of a {@code --task} line is ours and not an argument of the tool. */
    private boolean isOwn(String flag) {
        boolean setting = commands.getCommandSpec().findOption(flag) != null;
        return CALL_FLAGS.contains(flag) || setting;
    }

    private int failed(Exception failure) {
        if (failure instanceof UsageException wrong) {
            terminal.err().println(wrong.getMessage());
            return USAGE;
        }
        if (failure instanceof BadSettingException setting) {
            terminal.err().println(setting.getMessage());
            return CONFIG;
        }
        LOG.atError().setCause(failure).log("command failed");
        terminal.err().println("Something went wrong inside minimax-mcp; the lines above say where.");
        return BUG;
    }
}
