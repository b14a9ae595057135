/**
 * Speech from text.
 *
 * <p>Rule: one class a tool, one class a wire; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.speech;

import org.jspecify.annotations.NullMarked;
