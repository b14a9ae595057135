/**
 * The revisions of MCP that have a handshake and a session: 2024-11-05 to 2025-11-25, on the session classes of the MCP
 * Java SDK.
 *
 * <p>Rule: the only code that knows the SDK and Reactor. It adds the life of a session to what {@code server.mcp} answers,
 * and nothing of its own.
 */
@NullMarked
package io.minimaxmcp.server.mcp.session;

import org.jspecify.annotations.NullMarked;
