/** The server over HTTP, as a process of its own between a MiniMax in miniature and clients that wish it well or ill. */
@NullMarked
package io.minimaxmcp.examples.http;

import org.jspecify.annotations.NullMarked;
