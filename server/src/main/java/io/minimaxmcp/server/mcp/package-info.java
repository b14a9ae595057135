/**
 * What this server is in MCP's terms, in one neutral form for every era of the protocol: tools, results, resources,
 * instructions.
 *
 * <p>Rule: knows no SDK, no transport and no session; everything it answers is plain JSON.
 */
@NullMarked
package io.minimaxmcp.server.mcp;

import org.jspecify.annotations.NullMarked;
