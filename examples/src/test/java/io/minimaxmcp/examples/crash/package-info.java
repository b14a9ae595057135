/**
 * What the server promises when processes are killed, disks fill up and many call at once: shown with real processes that talk MCP over
 * stdio to a sandbox in this JVM.
 *
 * <p>The one rule: nothing is known but what a client, the file system and MiniMax would see.
 */
@NullMarked
package io.minimaxmcp.examples.crash;

import org.jspecify.annotations.NullMarked;
