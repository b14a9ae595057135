/**
 * What the official conformance suite wants to find in a server: tools, prompts and resources under the names that its
 * scenarios know, around the real protocol and the real transport. {@code .ci/conformance} starts it.
 *
 * <p>Rule: only what the suite asks for; nothing of it is in the product.
 */
@NullMarked
package io.minimaxmcp.server.conformance;

import org.jspecify.annotations.NullMarked;
