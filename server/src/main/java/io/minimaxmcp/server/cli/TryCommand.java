package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code try}: the main job with no key, no network and no cost. */
@Command(name = "try", description = "See it work: an image, speech, music and a video, with no key and at no cost")
final class TryCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final SettingOptions settings;
    private final Optional<String> launcher;

    TryCommand(Terminal terminal, SettingOptions settings, Optional<String> launcher) {
        this.terminal = terminal;
        this.settings = settings;
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        ServerConfig config = settings.config();
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(
                "stdio",
                "--sandbox",
                "--output-dir",
                config.outputDir().toString(),
                "--data-dir",
                config.dataDir().toString()));
        return new Trial(command, new TrialScreen(terminal)).run() ? 0 : 1;
    }

    /** The launcher that started this process, or this very Java where there was none. */
    private List<String> program() {
        return launcher.map(List::of)
                .orElseGet(() -> List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.minimaxmcp.server.Main"));
    }
}
