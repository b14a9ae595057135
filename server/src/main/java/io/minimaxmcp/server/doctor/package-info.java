/**
 * Whether everything that the server needs is in place.
 *
 * <p>Rule: changes and costs nothing; each finding comes with its fix.
 */
@NullMarked
package io.minimaxmcp.server.doctor;

import org.jspecify.annotations.NullMarked;
