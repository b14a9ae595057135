package io.minimaxmcp.server;

/** Which minimax-mcp this is. */
public final class Version {
    private Version() {}

    /** The version of the build, or {@code dev} outside a jar. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
