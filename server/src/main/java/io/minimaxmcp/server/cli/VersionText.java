package io.minimaxmcp.server.cli;

import io.minimaxmcp.server.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program, and what it runs on. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"minimax-mcp " + Version.number() + " (Java " + Runtime.version() + ")"};
    }
}
