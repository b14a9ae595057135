package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where results and working files are. Folders are made when they are first needed, not before.
 *
 * @param outputDir where people find their results
 * @param dataDir the server's own
 */
public record MediaFolders(Path outputDir, Path dataDir) {
    /** How the folders of tenants begin. */
    static final String TENANT_PREFIX = "tenant-";

    private static final Logger LOG = LoggerFactory.getLogger(MediaFolders.class);
    private static final String OUTPUT_SETTING = "MINIMAX_MCP_OUTPUT_DIR";
    private static final String DATA_SETTING = "MINIMAX_MCP_DATA_DIR";

    public MediaFolders {
        outputDir = outputDir.toAbsolutePath().normalize();
        dataDir = dataDir.toAbsolutePath().normalize();
    }

    /** A tenant's results: apart from other tenants', except for the one person that a local server serves. */
    Path outputOf(Tenant tenant) {
        if (tenant.equals(Tenant.LOCAL)) {
            return made(outputDir, ErrorKind.PATH, "output", OUTPUT_SETTING);
        }
        // a digest: tenant ids may hold what Windows forbids in names, or be ".."
        Path own = outputDir.resolve(TENANT_PREFIX + Digested.shortName(tenant.id()));
        return made(own, ErrorKind.PATH, "output", OUTPUT_SETTING);
    }

    /** Unfinished downloads, results that came inside an answer, and notes on what is being saved. */
    Path spool() {
        return made(spoolDir(), ErrorKind.UNAVAILABLE, "data", DATA_SETTING);
    }

    /** Media that callers gave, by their SHA-256. */
    Path inputs() {
        return made(inputsDir(), ErrorKind.UNAVAILABLE, "data", DATA_SETTING);
    }

    Path spoolDir() {
        return dataDir.resolve("spool");
    }

    Path inputsDir() {
        return dataDir.resolve("inputs");
    }

    /** Fails where a result could not be saved, so that nobody pays for one. Makes a file to find out. */
    void check(Tenant tenant, long minFreeBytes) {
        probe(outputOf(tenant), minFreeBytes, ErrorKind.PATH, "output", OUTPUT_SETTING);
        probe(spool(), minFreeBytes, ErrorKind.UNAVAILABLE, "data", DATA_SETTING);
    }

    private static void probe(Path folder, long minFreeBytes, ErrorKind kind, String role, String setting) {
        try {
            Files.delete(Files.createTempFile(folder, Disk.TEMPORARY, ".tmp"));
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < minFreeBytes) {
                throw new ToolException(Failure.of(
                        kind,
                        "The disk of the " + role + " folder " + folder + " is full: " + Sizes.of(free) + " are left.",
                        "Free some space, or set " + setting + " to a folder on another disk; nothing was sent."));
            }
        } catch (IOException refused) {
            throw unusable(folder, kind, role, setting, refused);
        }
    }

    private static Path made(Path folder, ErrorKind kind, String role, String setting) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(folder);
            if (kind == ErrorKind.UNAVAILABLE) {
                keepPrivate(folder);
            }
            return folder;
        } catch (IOException refused) {
            throw unusable(folder, kind, role, setting, refused);
        }
    }

    private static void keepPrivate(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static ToolException unusable(Path folder, ErrorKind kind, String role, String setting, IOException cause) {
        LOG.atWarn().setCause(cause).log("the {} folder cannot be used", role);
        return new ToolException(
                Failure.of(
                        kind,
                        "The " + role + " folder " + folder + " cannot be written to.",
                        "Make it writable, or set " + setting + " to a folder that is, and start the server again."),
                cause);
    }
}
