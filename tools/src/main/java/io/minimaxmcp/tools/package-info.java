/**
 * What the server can do, without the protocol it is asked by.
 *
 * <p>Rule: nothing below this package knows MCP; only {@code upstream} and {@code sandbox} know HTTP clients and servers.
 */
@NullMarked
package io.minimaxmcp.tools;

import org.jspecify.annotations.NullMarked;
