/**
 * Videos from prompts, frames and references.
 *
 * <p>Rule: one class a tool, one class a wire; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.video;

import org.jspecify.annotations.NullMarked;
