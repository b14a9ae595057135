package io.minimaxmcp.schemas;

import org.jspecify.annotations.Nullable;

/** A limit by region and kind of account; null where none is published. */
public record Rates(
        @Nullable Integer global,
        @Nullable Integer mainlandFree,
        @Nullable Integer mainlandPaid) {}
