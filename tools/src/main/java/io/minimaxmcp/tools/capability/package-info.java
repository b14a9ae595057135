/**
 * What the tools do, a folder for each area, and the table of them all.
 *
 * <p>Rule: a new tool is one class in its area and one line in {@link io.minimaxmcp.tools.capability.Capabilities}; no area knows another.
 */
@NullMarked
package io.minimaxmcp.tools.capability;

import org.jspecify.annotations.NullMarked;
