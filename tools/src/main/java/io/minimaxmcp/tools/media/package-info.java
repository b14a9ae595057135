/**
 * Bytes in and out: input media, saved results, names, previews.
 *
 * <p>Rule: never writes outside the output and data folders, never overwrites, never reads what it was not allowed to.
 */
@NullMarked
package io.minimaxmcp.tools.media;

import org.jspecify.annotations.NullMarked;
