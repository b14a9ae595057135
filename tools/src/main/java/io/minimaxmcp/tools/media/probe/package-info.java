/**
 * What media files are, by their bytes.
 *
 * <p>Rule: reads files and nothing else; believes neither names nor what somebody says of a file.
 */
@NullMarked
package io.minimaxmcp.tools.media.probe;

import org.jspecify.annotations.NullMarked;
