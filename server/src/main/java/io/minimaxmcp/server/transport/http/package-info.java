/**
 * Many clients over HTTP: Streamable HTTP under {@code /mcp}, and the pair {@code /sse} and {@code /message} of clients of
 * 2024-11-05.
 *
 * <p>Rule: the only code that knows Jetty. No thread waits for anything: not for a body, not for a call, not for a slow
 * reader. Nothing is looked at before {@link io.minimaxmcp.server.transport.http.Guard} has let it in.
 */
@NullMarked
package io.minimaxmcp.server.transport.http;

import org.jspecify.annotations.NullMarked;
