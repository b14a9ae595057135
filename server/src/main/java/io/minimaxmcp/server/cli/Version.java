package io.minimaxmcp.server.cli;

import picocli.CommandLine.IVersionProvider;

/** What this program is, and what it runs on. */
public final class Version implements IVersionProvider {
    /** The version of the build, or {@code dev} outside a jar. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"minimax-mcp " + number() + " (Java " + Runtime.version() + ")"};
    }
}
