package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.config.BadSettingException;
import io.minimaxmcp.server.doctor.Check;
import io.minimaxmcp.server.doctor.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code doctor}: checks what has to be in place, and says what to fix. */
@Command(name = "doctor", description = "Check key, region, host, folders and Java; says what to fix")
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final SettingOptions settings;

    DoctorCommand(Terminal terminal, SettingOptions settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        List<Check> checks = checks();
        for (Check check : checks) {
            terminal.out().println((check.ok() ? "ok    " : "FAIL  ") + check.what() + ": " + check.finding());
            if (!check.ok()) {
                terminal.out().println("      fix: " + check.fix());
            }
        }
        return checks.stream().allMatch(Check::ok) ? 0 : 1;
    }

    private List<Check> checks() {
        try {
            return new Doctor(settings.config()).examine();
        } catch (BadSettingException wrong) {
            return List.of(Check.failed(
                    "settings", String.valueOf(wrong.getMessage()), "Change or remove " + wrong.name() + "."));
        }
    }
}
