/**
 * Revision 2026-07-28 of MCP, in which every request stands by itself. Classes are called as the sections of the
 * specification are: {@code RequestMeta}, {@code Discovery}, {@code Caching}, {@code Subscriptions} and so on.
 *
 * <p>Rule: nothing is remembered from one request to the next; what outlives a request is a job in the ledger. Knows no SDK.
 */
@NullMarked
package io.minimaxmcp.server.mcp.stateless;

import org.jspecify.annotations.NullMarked;
