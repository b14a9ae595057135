/**
 * Voices: cloned, designed, listed, deleted.
 *
 * <p>Rule: one class a tool, one class a wire; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.voice;

import org.jspecify.annotations.NullMarked;
