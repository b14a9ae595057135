/**
 * Files that are stored at MiniMax: listed, looked at, deleted.
 *
 * <p>Rule: one class a tool; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.files;

import org.jspecify.annotations.NullMarked;
