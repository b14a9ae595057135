package io.minimaxmcp.tools.media;

import org.jspecify.annotations.Nullable;

/**
 * A note in the data folder, on disk before a result gets its name: with it a process that died in between is understood.
 *
 * @param path where the result was about to be
 * @param url the link that it came from
 */
record Receipt(
        String path, String sha256, long bytes, @Nullable String url) {}
