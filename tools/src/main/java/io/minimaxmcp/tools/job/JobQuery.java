package io.minimaxmcp.tools.job;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, newest first.
 *
 * @param status as callers see it ({@code running}); null for all
 * @param before the id after which to go on; null for the newest
 */
public record JobQuery(
        @Nullable String status,
        @Nullable String kind,
        int limit,
        @Nullable String before) {}
