/**
 * What a tool is: its input, its call, its result and the two fates of a failure.
 *
 * <p>Rule: knows neither MCP nor MiniMax, and nobody but {@code schemas}.
 */
@NullMarked
package io.minimaxmcp.tools.tool;

import org.jspecify.annotations.NullMarked;
