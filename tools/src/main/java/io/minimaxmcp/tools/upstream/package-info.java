/**
 * The only code that talks to MiniMax.
 *
 * <p>Rule: a paid request is repeated only when MiniMax provably did not take it.
 */
@NullMarked
package io.minimaxmcp.tools.upstream;

import org.jspecify.annotations.NullMarked;
