/**
 * What a call costs before it is made, and what a tenant may spend.
 *
 * <p>Rule: money is {@link io.minimaxmcp.schemas.Usd}; an unknown price is said to be unknown, never guessed.
 */
@NullMarked
package io.minimaxmcp.tools.spend;

import org.jspecify.annotations.NullMarked;
