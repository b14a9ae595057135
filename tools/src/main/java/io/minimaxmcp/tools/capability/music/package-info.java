/**
 * Songs and instrumentals.
 *
 * <p>Rule: one class a tool, one class a wire; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.music;

import org.jspecify.annotations.NullMarked;
