/**
 * The main job, shown to somebody who has no key: a real MCP client drives the real server.
 *
 * <p>Rule: a client like any other; it knows the server only by its command line and the protocol.
 */
@NullMarked
package io.minimaxmcp.server.trial;

import org.jspecify.annotations.NullMarked;
