/**
 * Figures for Prometheus.
 *
 * <p>Rule: the only code that knows Micrometer; nothing here is loaded unless metrics are asked for.
 */
@NullMarked
package io.minimaxmcp.server.metrics;

import org.jspecify.annotations.NullMarked;
