/**
 * Signed links under which results can be downloaded without any other credential, until they expire.
 *
 * <p>Rule: knows what a link says and whether it is genuine; not how it travels.
 */
@NullMarked
package io.minimaxmcp.server.link;

import org.jspecify.annotations.NullMarked;
