/**
 * JSON-RPC as MCP uses it: messages read and checked, requests in flight, and the two ends that meet here. A transport
 * brings a {@link io.minimaxmcp.server.rpc.Wire} and feeds what it reads to a {@link io.minimaxmcp.server.rpc.Side}; each
 * era of the protocol is a side.
 *
 * <p>Rule: knows no method of MCP, no transport and no era.
 */
@NullMarked
package io.minimaxmcp.server.rpc;

import org.jspecify.annotations.NullMarked;
