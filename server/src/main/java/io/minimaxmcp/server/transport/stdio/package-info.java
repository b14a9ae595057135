/**
 * One client over standard input and output, a message a line.
 *
 * <p>Rule: nothing on the input ends the process but its end, and nothing but messages reaches the output.
 */
@NullMarked
package io.minimaxmcp.server.transport.stdio;

import org.jspecify.annotations.NullMarked;
