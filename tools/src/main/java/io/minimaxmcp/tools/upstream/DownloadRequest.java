package io.minimaxmcp.tools.upstream;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file to fetch.
 *
 * @param file where to; overwritten, and gone again when the download fails
 * @param maxBytes more than this is not fetched
 * @param patience for the whole download, repeats included
 */
public record DownloadRequest(URI url, Path file, Origin origin, long maxBytes, Duration patience) {

    /** Who gave the URL. */
    public enum Origin {
        /** MiniMax, as the place of a result. */
        RESULT,
        /** The caller of a tool: anybody. */
        CALLER
    }
}
