package io.minimaxmcp.tools.upstream;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How a download ended when it did not fail. */
public sealed interface Download {
    /**
     * The file is on disk, whole.
     *
     * @param sha256 in hex
     * @param contentType as the server said; the bytes may say otherwise
     */
    record Saved(
            Path file, long bytes, String sha256, @Nullable String contentType) implements Download {}

    /** The link does not work any more (HTTP 403, 404 or 410): ask for a new one. */
    record Expired(int status) implements Download {}
}
