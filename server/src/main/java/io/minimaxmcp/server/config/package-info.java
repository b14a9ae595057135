/**
 * Settings: their names, what is allowed, and the one record that the rest of the server is made from.
 *
 * <p>Rule: every setting is in the table of {@link io.minimaxmcp.server.config.Settings}; nothing else reads the environment.
 */
@NullMarked
package io.minimaxmcp.server.config;

import org.jspecify.annotations.NullMarked;
