/**
 * A MiniMax in miniature that runs inside the process: real HTTP on loopback, real media, the request rules of the API
 * reference. It serves {@code --sandbox}, the tests and the examples.
 *
 * <p>The one rule: it is written from the API reference and knows nothing of our client, so that the two can disagree.
 * One file holds one group of routes ({@code …Routes}); what they share lives in {@link World}, which only the event
 * loop touches.
 */
@NullMarked
package io.minimaxmcp.tools.sandbox;

import org.jspecify.annotations.NullMarked;
